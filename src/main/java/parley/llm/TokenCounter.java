package parley.llm;

/// Counts tokens without asking a provider.
public interface TokenCounter {
    /// About as many tokens as a present-day model would make of the text; exact for the built-in
    /// engine.
    int count(String text);
}
