package parley.llm;

/// A model that can be used.
///
/// @param name its name at the provider
/// @param contextTokens how many tokens it can read and write together; an estimate where the
///   provider does not say
public record ModelInfo(String name, int contextTokens) {
    /// The context of a model about which nothing is known: small enough for most.
    public static final int CAUTIOUS_CONTEXT_TOKENS = 8192;
}
