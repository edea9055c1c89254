package parley.dialect.sessions;

import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.dialect.Timestamps;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A message as this contract shows it.
///
/// @param type `user` or `assistant`
/// @param prompt what an image shows; null for text
/// @param status how far an answer is: `complete`, `running`, `interrupted`, …
@JsonNaming(SnakeCaseStrategy.class)
record SessionMessage(
        String id,
        String sessionId,
        String type,
        String content,
        String contentType,
        @Nullable String prompt,
        String timestamp,
        String status) {
    static SessionMessage of(Message message) {
        return new SessionMessage(
                Long.toString(message.id()),
                Long.toString(message.conversationId()),
                message.role().wireName(),
                message.content(),
                message.contentType().wireName(),
                null,
                Timestamps.iso(message.createdAt()),
                message.status().wireName());
    }
}
