package parley.dialect.sessions;

import java.nio.charset.StandardCharsets;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.Attachment;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.Handler;

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
        SentFile file = pictures.find(accountId, message).orElseGet(() -> markdown(message));
        exchange.setHeader(
                "Content-Disposition",
                Attachment.disposition(Session.titleOf(conversation), message.id(), file.ending()));
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.respond(200, file.mediaType(), file.bytes());
    }

    private static SentFile markdown(Message message) {
        return new SentFile(
                "text/markdown; charset=utf-8",
                "md",
                message.content().getBytes(StandardCharsets.UTF_8));
    }
}
