package parley.dialect.sessions;

import parley.conversation.Message;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.Handler;

/// Shows the picture of a message. It never changes, and it is nobody else's.
final class ImageHandler implements Handler {
    private final Dialogue dialogue;
    private final Pictures pictures;

    ImageHandler(Dialogue dialogue, Pictures pictures) {
        this.dialogue = dialogue;
        this.pictures = pictures;
    }

    /// Where the picture of a message is shown.
    static String pathOf(Message message) {
        return "/api/sessions/%d/messages/%d/image"
                .formatted(message.conversationId(), message.id());
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
        SentFile file = pictures.find(accountId, message).orElseThrow(() -> Dialogue.noImage(id));
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        exchange.respond(200, file.mediaType(), file.bytes());
    }
}
