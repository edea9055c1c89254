package parley.dialect.sessions;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.conversation.ContentType;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.dialect.Timestamps;
import parley.image.KeptImage;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A message as this contract shows it.
///
/// @param type `user` or `assistant`
/// @param content the text, or the address of an image
/// @param prompt what was drawn, or is to be painted; null for text
/// @param images the addresses of all pictures of an image, in order; null for text
/// @param status how far an answer is: `complete`, `running`, `interrupted`, …
@JsonNaming(SnakeCaseStrategy.class)
record SessionMessage(
        String id,
        String sessionId,
        String type,
        String content,
        String contentType,
        @Nullable String prompt,
        @Nullable List<String> images,
        String timestamp,
        String status) {
    /// @param accountId whose it is
    /// @param origin where the client reaches this server
    static SessionMessage of(long accountId, Message message, Pictures pictures, String origin) {
        Optional<Painting> painting = Painting.of(message);
        List<KeptImage> kept = pictures.kept(accountId, message);
        boolean holdsOne =
                message.status() == MessageStatus.COMPLETE
                        && pictures.mayHave(message)
                        && (painting.isPresent() || pictures.holdsOne(message));
        boolean isPicture = !kept.isEmpty() || holdsOne;
        String shown = origin + ImageHandler.pathOf(message);
        return new SessionMessage(
                Long.toString(message.id()),
                Long.toString(message.conversationId()),
                message.role().wireName(),
                isPicture ? shown : message.content(),
                (isPicture ? ContentType.IMAGE : message.contentType()).wireName(),
                prompt(kept, painting),
                isPicture ? addresses(shown, kept.size()) : null,
                Timestamps.iso(message.createdAt()),
                message.status().wireName());
    }

    private static @Nullable String prompt(List<KeptImage> kept, Optional<Painting> painting) {
        Optional<String> drawn =
                kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast().prompt());
        return drawn.filter(text -> !text.isBlank())
                .or(() -> painting.map(Painting::prompt))
                .or(() -> drawn)
                .orElse(null);
    }

    private static List<String> addresses(String shown, int count) {
        return count < 2
                ? List.of(shown)
                : IntStream.rangeClosed(1, count)
                        .mapToObj(place -> shown + "?" + ImageHandler.PLACE + "=" + place)
                        .toList();
    }
}
