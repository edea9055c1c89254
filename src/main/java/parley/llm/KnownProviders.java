package parley.llm;

import java.util.List;
import java.util.Optional;

/// What is said of providers that are not set up, and the model names that the contracts' examples
/// use.
final class KnownProviders {
    private static final List<String> EXAMPLE_PREFIXES =
            List.of("gpt-", "claude-", "meta-llama/", "openai/gpt-", "anthropic/claude-");

    private static final List<ProviderStatus> NOT_SET_UP =
            List.of(
                    new ProviderStatus(
                            "openai",
                            false,
                            List.of("gpt-4", "gpt-3.5-turbo", "gpt-4-turbo-preview"),
                            Optional.of("gpt-3.5-turbo"),
                            Optional.of(
                                    "No key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for"
                                            + " another server that speaks OpenAI's API, and start"
                                            + " again.")),
                    new ProviderStatus(
                            "anthropic",
                            false,
                            List.of("claude-sonnet-4-5", "claude-haiku-4-5"),
                            Optional.of("claude-sonnet-4-5"),
                            Optional.of(
                                    "Anthropic's own API is not part of this version. A server that"
                                            + " offers its models through OpenAI's API can be set as"
                                            + " OPENAI_BASE_URL.")));

    private KnownProviders() {}

    /// Whether the contracts' examples use such a name.
    static boolean isExample(String model) {
        return EXAMPLE_PREFIXES.stream().anyMatch(model::startsWith);
    }

    static List<ProviderStatus> notSetUp() {
        return NOT_SET_UP;
    }
}
