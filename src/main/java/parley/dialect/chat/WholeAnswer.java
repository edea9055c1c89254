package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.llm.Role;

/// An answer in one piece.
///
/// @param model the model as it was asked for
record WholeAnswer(
        @JsonProperty("session_id") long sessionId,
        String model,
        SessionMessage message,
        TokenUsage usage,
        @JsonProperty("turn_id") long turnId,
        @JsonProperty("finish_reason") @Nullable String finishReason,
        String status) {

    /// What an answer cost.
    record TokenUsage(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("completion_tokens") long completionTokens,
            @JsonProperty("total_tokens") long totalTokens) {}

    static WholeAnswer of(String model, TurnHandle.Answer answer) {
        Turn turn = answer.turn();
        return new WholeAnswer(
                turn.conversationId(),
                model,
                new SessionMessage(Role.ASSISTANT.wireName(), answer.text()),
                new TokenUsage(
                        turn.usage().inputTokens(),
                        turn.usage().outputTokens(),
                        turn.usage().totalTokens()),
                turn.id(),
                turn.finishReason().orElse(null),
                turn.status().wireName());
    }
}
