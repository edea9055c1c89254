package parley.dialect.sessions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.ContentType;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.dialect.Timestamps;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A message as this contract shows it.
///
/// @param type `user` or `assistant`
/// @param content the text, or the address of an image
/// @param prompt what was to be painted; null for text
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
    /// @param accountId whose it is
    /// @param origin where the client reaches this server
    static SessionMessage of(long accountId, Message message, Pictures pictures, String origin) {
        Optional<Painting> painting = Painting.of(message);
        Optional<String> kept = pictures.keptPrompt(accountId, message);
        boolean holdsOne =
                message.status() == MessageStatus.COMPLETE
                        && pictures.mayHave(message)
                        && (painting.isPresent() || pictures.holdsOne(message));
        boolean isPicture = kept.isPresent() || holdsOne;
        return new SessionMessage(
                Long.toString(message.id()),
                Long.toString(message.conversationId()),
                message.role().wireName(),
                isPicture ? origin + ImageHandler.pathOf(message) : message.content(),
                (isPicture ? ContentType.IMAGE : message.contentType()).wireName(),
                painting.map(Painting::prompt).or(() -> kept).orElse(null),
                Timestamps.iso(message.createdAt()),
                message.status().wireName());
    }
}
