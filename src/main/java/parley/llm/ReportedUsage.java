package parley.llm;

import java.util.OptionalLong;

/// Token counts as a provider sent them. A count it did not send is empty; a zero it sent is a
/// zero.
///
/// @param inputTokens tokens read, those from the provider's cache included
/// @param outputTokens tokens written, those of reasoning included
/// @param cachedTokens how many of those read came from the provider's cache
/// @param reasoningTokens how many of those written were reasoning
/// @param complete whether these are the counts of the whole answer; false for what is sent at its
///   beginning, where the output's count is only a place holder
public record ReportedUsage(
        OptionalLong inputTokens,
        OptionalLong outputTokens,
        OptionalLong cachedTokens,
        OptionalLong reasoningTokens,
        boolean complete) {
    public ReportedUsage {
        inputTokens = possible(inputTokens);
        outputTokens = possible(outputTokens);
        cachedTokens = possible(cachedTokens);
        reasoningTokens = possible(reasoningTokens);
    }

    private static OptionalLong possible(OptionalLong count) {
        return count.isPresent() && count.getAsLong() < 0 ? OptionalLong.empty() : count;
    }

    /// The counts of a whole answer.
    public static ReportedUsage of(long inputTokens, long outputTokens) {
        return new ReportedUsage(
                OptionalLong.of(inputTokens),
                OptionalLong.of(outputTokens),
                OptionalLong.empty(),
                OptionalLong.empty(),
                true);
    }
}
