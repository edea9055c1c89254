package parley.dialect.archive;

import java.util.Arrays;
import java.util.stream.Collectors;
import parley.account.Account;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.dialect.AskedConversation;
import parley.dialect.Attachment;
import parley.error.AppException;
import parley.export.ExportFormat;
import parley.export.Exports;
import parley.http.Exchange;

/// Sends conversations and whole accounts as files. They are for keeping, not for showing: a
/// browser saves them, and if one shows them nonetheless, nothing in them runs.
final class ExportHandlers {
    private static final String UNTITLED = "Conversation";

    private final ConversationService conversations;
    private final Exports exports;

    ExportHandlers(ConversationService conversations, Exports exports) {
        this.conversations = conversations;
        this.exports = exports;
    }

    void conversation(Exchange exchange) throws InterruptedException {
        Conversation conversation =
                conversations.load(
                        exchange.caller().id(),
                        AskedConversation.id(exchange.pathParameter("conversation_id")));
        ExportFormat format = format(exchange);
        String title = conversation.title().isBlank() ? UNTITLED : conversation.title();
        asFile(exchange, Attachment.disposition(title, conversation.id(), format.ending()));
        exchange.respond(format.mediaType(), out -> exports.write(conversation, format, out));
    }

    void archive(Exchange exchange) throws InterruptedException {
        Account account = exchange.caller();
        asFile(exchange, Attachment.disposition("Parley " + account.name(), account.id(), "zip"));
        exchange.respond("application/zip", out -> exports.writeArchive(account, out));
    }

    private static void asFile(Exchange exchange, String disposition) {
        exchange.setHeader("Content-Disposition", disposition);
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.setHeader("Cache-Control", "private, no-store");
    }

    private static ExportFormat format(Exchange exchange) {
        String asked = exchange.query("format").orElse(ExportFormat.MARKDOWN.wireName());
        return ExportFormat.named(asked)
                .orElseThrow(() ->
                        AppException.invalid(
                                "format",
                                "format is one of %s; it is \"%s\"."
                                        .formatted(
                                                Arrays.stream(ExportFormat.values())
                                                        .map(ExportFormat::wireName)
                                                        .collect(Collectors.joining(", ")),
                                                asked)));
    }
}
