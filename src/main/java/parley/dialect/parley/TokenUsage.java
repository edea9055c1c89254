package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.Turn;
import parley.llm.Usage;

/// The tokens of a turn, and what they cost.
///
/// @param exact true if the provider said so, false if the server counted
/// @param source `exact`, `recovered` or `estimated`
/// @param reason why the counts are not exact; null if they are
/// @param nanoDollars the price in 10⁻⁹ US dollars; null where it is not known
record TokenUsage(
        @JsonProperty("input_tokens") long inputTokens,
        @JsonProperty("output_tokens") long outputTokens,
        @JsonProperty("cached_tokens") long cachedTokens,
        @JsonProperty("reasoning_tokens") long reasoningTokens,
        boolean exact,
        String source,
        @Nullable String reason,
        @JsonProperty("nano_dollars") @Nullable Long nanoDollars) {
    static TokenUsage of(Turn turn) {
        return of(turn.usage(), turn.nanoDollars());
    }

    static TokenUsage of(Usage usage, OptionalLong nanoDollars) {
        return new TokenUsage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cachedTokens(),
                usage.reasoningTokens(),
                usage.exact(),
                usage.source().wireName(),
                usage.reason().isEmpty() ? null : usage.reason(),
                nanoDollars.isPresent() ? nanoDollars.getAsLong() : null);
    }
}
