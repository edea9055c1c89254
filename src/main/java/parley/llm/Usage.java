package parley.llm;

/// The tokens of one answer.
///
/// @param inputTokens tokens read
/// @param outputTokens tokens written
/// @param exact true if the provider said so, false if Parley counted
public record Usage(long inputTokens, long outputTokens, boolean exact) {
    public static final Usage NONE = new Usage(0, 0, false);

    public long totalTokens() {
        return inputTokens + outputTokens;
    }
}
