package parley.llm;

import java.util.List;
import java.util.Optional;

/// Providers that every server can have, and the model names that the contracts' examples use.
final class KnownProviders {
    private static final List<String> EXAMPLE_PREFIXES =
            List.of("gpt-", "claude-", "meta-llama/", "openai/gpt-", "anthropic/claude-");

    /// Those that the contracts' examples name.
    static final List<KnownProvider> USUAL =
            List.of(
                    new KnownProvider(
                            "openai",
                            List.of("gpt-4", "gpt-3.5-turbo", "gpt-4-turbo-preview"),
                            Optional.of("gpt-3.5-turbo"),
                            "OPENAI_API_KEY",
                            "No key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for another"
                                    + " server that speaks OpenAI's API, and start again."),
                    KnownProvider.withKey(
                            "anthropic",
                            "ANTHROPIC_API_KEY",
                            "claude-sonnet-4-5",
                            "claude-haiku-4-5"));

    private KnownProviders() {}

    /// Whether the contracts' examples use such a name.
    static boolean isExample(String model) {
        return EXAMPLE_PREFIXES.stream().anyMatch(model::startsWith);
    }
}
