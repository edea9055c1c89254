package parley.llm.langchain.anthropic;

import java.util.Optional;
import java.util.OptionalInt;

/// How many tokens a model of a fixed budget may think.
final class ThinkingBudget {
    /// The least that the API accepts.
    private static final int LEAST = 1_024;

    private ThinkingBudget() {}

    /// At most half of all tokens, so that an answer has room; empty where that is too little to
    /// think at all.
    ///
    /// @param maxTokens the most tokens of thinking and answer together
    static OptionalInt of(String effort, int maxTokens) {
        int wanted =
                switch (effort) {
                    case "minimal" -> LEAST;
                    case "low" -> 2_048;
                    case "medium" -> 8_192;
                    default -> 24_576;
                };
        int budget = Math.min(wanted, maxTokens / 2);
        return budget < LEAST ? OptionalInt.empty() : OptionalInt.of(budget);
    }

    /// The effort in Anthropic's words, which know nothing below `low`.
    static Optional<String> effort(String effort) {
        return switch (effort) {
            case "minimal", "low" -> Optional.of("low");
            case "medium", "high", "xhigh", "max" -> Optional.of(effort);
            default -> Optional.empty();
        };
    }
}
