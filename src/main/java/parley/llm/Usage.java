package parley.llm;

import java.util.Locale;

/// The tokens of one answer, and how they are known.
///
/// @param inputTokens tokens read, those from a cache included
/// @param outputTokens tokens written, those of reasoning included
/// @param cachedTokens how many of those read came from the provider's cache
/// @param reasoningTokens how many of those written were reasoning
/// @param reason in a few words, how the counts came about; empty where the provider sent them all
public record Usage(
        long inputTokens,
        long outputTokens,
        long cachedTokens,
        long reasoningTokens,
        Source source,
        String reason) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, Source.ESTIMATED, "nothing was sent");

    /// How good the counts are.
    public enum Source {
        /// The provider sent them for the whole answer.
        EXACT,
        /// The provider sent a part of them before the answer broke off; the rest was counted.
        RECOVERED,
        /// Parley counted.
        ESTIMATED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Counts that a provider sent for a whole answer.
    public static Usage exact(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens, 0, 0, Source.EXACT, "");
    }

    /// @param reason why they had to be counted
    public static Usage estimated(long inputTokens, long outputTokens, String reason) {
        return new Usage(inputTokens, outputTokens, 0, 0, Source.ESTIMATED, reason);
    }

    public boolean exact() {
        return source == Source.EXACT;
    }

    public long totalTokens() {
        return inputTokens + outputTokens;
    }
}
