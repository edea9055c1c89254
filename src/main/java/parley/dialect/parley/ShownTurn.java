package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parley.conversation.Turn;
import parley.dialect.Timestamps;

/// All that is known of a turn but its text; see [Turn].
///
/// @param model the model as it was asked for; null for the server's default
/// @param answeredBy `provider/model` that answers
record ShownTurn(
        long id,
        @JsonProperty("conversation_id") long conversationId,
        @JsonProperty("question_id") long questionId,
        String contract,
        String status,
        @Nullable String model,
        @JsonProperty("answered_by") @Nullable String answeredBy,
        TokenUsage usage,
        int attempts,
        @JsonProperty("omitted_messages") int omittedMessages,
        @JsonProperty("finish_reason") @Nullable String finishReason,
        @Nullable TurnProblem error,
        @JsonProperty("started_at") String startedAt,
        @JsonProperty("finished_at") @Nullable String finishedAt) {
    static ShownTurn of(Turn turn) {
        return new ShownTurn(
                turn.id(),
                turn.conversationId(),
                turn.questionId(),
                turn.contract(),
                turn.status().wireName(),
                turn.model().orElse(null),
                turn.answeredBy().orElse(null),
                TokenUsage.of(turn),
                turn.attempts(),
                turn.omittedMessages(),
                turn.finishReason().orElse(null),
                turn.failure().map(TurnProblem::of).orElse(null),
                Timestamps.iso(turn.startedAt()),
                turn.finishedAt().map(Timestamps::iso).orElse(null));
    }
}
