package parley.llm.langchain;

/// What a provider is called, and by which names in the environment people set it up: what failures
/// say to those who read them.
///
/// @param provider the prefix of its models
/// @param key the setting that holds the key: `OPENAI_API_KEY`
/// @param address the setting that holds the address: `OPENAI_BASE_URL`
/// @param firstPath what comes directly after that address: `/chat/completions`
public record ProviderNames(String provider, String key, String address, String firstPath) {
    static final ProviderNames OPENAI =
            new ProviderNames("openai", "OPENAI_API_KEY", "OPENAI_BASE_URL", "/chat/completions");
}
