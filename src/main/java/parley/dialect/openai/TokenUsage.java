package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.llm.Usage;

/// The tokens of an answer, those of all its choices together.
record TokenUsage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonProperty("total_tokens") long totalTokens,
        @JsonProperty("prompt_tokens_details") PromptDetails promptDetails,
        @JsonProperty("completion_tokens_details") CompletionDetails completionDetails) {

    record PromptDetails(
            @JsonProperty("cached_tokens") long cachedTokens,
            @JsonProperty("audio_tokens") long audioTokens) {}

    record CompletionDetails(
            @JsonProperty("reasoning_tokens") long reasoningTokens,
            @JsonProperty("audio_tokens") long audioTokens,
            @JsonProperty("accepted_prediction_tokens") long acceptedPredictionTokens,
            @JsonProperty("rejected_prediction_tokens") long rejectedPredictionTokens) {}

    static TokenUsage of(Usage usage) {
        return new TokenUsage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.totalTokens(),
                new PromptDetails(usage.cachedTokens(), 0),
                new CompletionDetails(usage.reasoningTokens(), 0, 0, 0));
    }

    TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                totalTokens + other.totalTokens,
                new PromptDetails(promptDetails.cachedTokens + other.promptDetails.cachedTokens, 0),
                new CompletionDetails(
                        completionDetails.reasoningTokens + other.completionDetails.reasoningTokens,
                        0,
                        0,
                        0));
    }
}
