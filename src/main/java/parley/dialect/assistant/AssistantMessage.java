package parley.dialect.assistant;

import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.dialect.Timestamps;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A message as this contract shows it.
///
/// @param userId the label of the person it was said to or by; null if none is known
/// @param role `user` or `assistant`
/// @param intent what the message was taken for
/// @param confidence how sure that is: 0 to 1
/// @param task the image task it began; null for plain talk
/// @param status how far an answer is: `complete`, `running`, `interrupted`, …
@JsonNaming(SnakeCaseStrategy.class)
record AssistantMessage(
        String messageId,
        String sessionId,
        @Nullable String userId,
        String role,
        String content,
        String intent,
        double confidence,
        @Nullable Object task,
        String createdAt,
        String status) {
    static AssistantMessage of(
            Message message, @Nullable String label, Meaning meaning, @Nullable Object task) {
        return new AssistantMessage(
                Long.toString(message.id()),
                Long.toString(message.conversationId()),
                label,
                message.role().wireName(),
                message.content(),
                meaning.intent(),
                meaning.confidence(),
                task,
                Timestamps.iso(message.createdAt()),
                message.status().wireName());
    }
}
