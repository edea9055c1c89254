package parley.dialect.sessions;

import java.util.Optional;
import java.util.OptionalInt;
import parley.conversation.Message;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;

/// Shows the picture of a message. It never changes, and it is nobody else's.
final class ImageHandler implements Handler {
    private final Dialogue dialogue;
    private final Pictures pictures;

    ImageHandler(Dialogue dialogue, Pictures pictures) {
        this.dialogue = dialogue;
        this.pictures = pictures;
    }

    /// Which of several pictures is meant, 1 for the first; the last where it is not said.
    static final String PLACE = "picture";

    private static final int MOST = 1000;

    /// Where the picture of a message is shown.
    static String pathOf(Message message) {
        return "/api/sessions/%d/messages/%d/image"
                .formatted(message.conversationId(), message.id());
    }

    static Optional<SentFile> asked(
            QueryFields query, long accountId, Message message, Pictures pictures) {
        OptionalInt place =
                query.text(PLACE).isPresent()
                        ? OptionalInt.of(query.number(PLACE, 1, 1, MOST))
                        : OptionalInt.empty();
        return place.isPresent()
                ? pictures.find(accountId, message, place.getAsInt())
                : pictures.find(accountId, message);
    }

    @Override
    public void handle(Exchange exchange) {
        long accountId = exchange.caller().id();
        long sessionId = dialogue.load(accountId, exchange.pathParameter("session_id")).id();
        String id = exchange.pathParameter("message_id");
        Message message = dialogue.message(accountId, id);
        if (message.conversationId() != sessionId) {
            throw Dialogue.noMessage(id);
        }
        SentFile file =
                asked(new QueryFields(exchange), accountId, message, pictures)
                        .orElseThrow(() -> Dialogue.noImage(id));
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        exchange.respond(200, file.mediaType(), file.bytes());
    }
}
