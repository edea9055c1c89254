package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.llm.Usage;

/// The tokens of a turn.
///
/// @param exact true if the provider said so, false if the server counted
record TokenUsage(
        @JsonProperty("input_tokens") long inputTokens,
        @JsonProperty("output_tokens") long outputTokens,
        boolean exact) {
    static TokenUsage of(Usage usage) {
        return new TokenUsage(usage.inputTokens(), usage.outputTokens(), usage.exact());
    }
}
