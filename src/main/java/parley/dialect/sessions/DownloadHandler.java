package parley.dialect.sessions;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.Attachment;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;

/// Sends a message as a file: a picture as what it is, everything else as Markdown. It is for
/// keeping, not for showing: a browser saves it, and if one shows it nonetheless, nothing in it
/// runs.
final class DownloadHandler implements Handler {
    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final Pictures pictures;

    DownloadHandler(ConversationService conversations, Dialogue dialogue, Pictures pictures) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.pictures = pictures;
    }

    @Override
    public void handle(Exchange exchange) {
        long accountId = exchange.caller().id();
        Message message = dialogue.message(accountId, exchange.pathParameter("message_id"));
        Conversation conversation = conversations.load(accountId, message.conversationId());
        SentFile file = file(new QueryFields(exchange), accountId, message);
        exchange.setHeader(
                "Content-Disposition",
                Attachment.disposition(Session.titleOf(conversation), message.id(), file.ending()));
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.respond(200, file.mediaType(), file.bytes());
    }

    private SentFile file(QueryFields query, long accountId, Message message) {
        Optional<SentFile> picture = ImageHandler.asked(query, accountId, message, pictures);
        if (picture.isEmpty() && query.text(ImageHandler.PLACE).isPresent()) {
            throw Dialogue.noImage(Long.toString(message.id()));
        }
        return picture.orElseGet(() -> markdown(message));
    }

    private static SentFile markdown(Message message) {
        return new SentFile(
                "text/markdown; charset=utf-8",
                "md",
                message.content().getBytes(StandardCharsets.UTF_8));
    }
}
