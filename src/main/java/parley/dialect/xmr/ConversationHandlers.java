package parley.dialect.xmr;

import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.Dialogue;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Lists, makes, shows, changes and deletes conversations, and lists their messages.
final class ConversationHandlers {
    private final ConversationService conversations;
    private final Dialogue dialogue;

    ConversationHandlers(ConversationService conversations, Dialogue dialogue) {
        this.conversations = conversations;
        this.dialogue = dialogue;
    }

    /// Says that a conversation is gone.
    record Deleted(String message, long id) {}

    void list(Exchange exchange) {
        exchange.respond(
                dialogue.list(exchange.caller().id()).stream().map(XmrConversation::of).toList());
    }

    void create(Exchange exchange) {
        RequestFields fields = new RequestFields(exchange.json());
        refuseDataSource(fields);
        Conversation created =
                conversations.create(
                        NewConversation.of(exchange.caller().id())
                                .withTitle(fields.optionalText("title").orElse("")));
        exchange.respond(XmrConversation.of(created));
    }

    void show(Exchange exchange) {
        exchange.respond(XmrConversation.of(conversation(exchange)));
    }

    void change(Exchange exchange) {
        Conversation conversation = conversation(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        refuseDataSource(fields);
        Optional<String> title = fields.optionalText("title");
        if (title.isPresent()) {
            conversations.rename(conversation.accountId(), conversation.id(), title.get());
        }
        show(exchange);
    }

    void delete(Exchange exchange) throws InterruptedException {
        Conversation conversation = conversation(exchange);
        conversations.delete(conversation.accountId(), conversation.id());
        exchange.respond(new Deleted("Conversation deleted", conversation.id()));
    }

    void messages(Exchange exchange) {
        exchange.respond(
                dialogue.messages(conversation(exchange)).stream().map(XmrMessage::of).toList());
    }

    private Conversation conversation(Exchange exchange) {
        return dialogue.load(exchange.caller().id(), exchange.pathParameter("conv_id"));
    }

    /// There are no data sources to attach: only none can be asked for.
    private static void refuseDataSource(RequestFields fields) {
        OptionalLong id = fields.optionalLong("dataSourceId", Long.MIN_VALUE, Long.MAX_VALUE);
        if (id.isPresent()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "There is no data source %d.".formatted(id.getAsLong()));
        }
    }
}
