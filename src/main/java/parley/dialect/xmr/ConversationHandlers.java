package parley.dialect.xmr;

import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.DataSources;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Lists, makes, shows, changes and deletes conversations, and lists their messages.
final class ConversationHandlers {
    private static final String DATA_SOURCE_ID = "dataSourceId";

    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final DataSources sources;
    private final MessageView view;

    ConversationHandlers(
            ConversationService conversations,
            Dialogue dialogue,
            DataSources sources,
            MessageView view) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.sources = sources;
        this.view = view;
    }

    /// Says that a conversation is gone.
    record Deleted(String message, long id) {}

    void list(Exchange exchange) {
        exchange.respond(
                dialogue.list(exchange.caller().id()).stream().map(XmrConversation::of).toList());
    }

    void create(Exchange exchange) {
        RequestFields fields = new RequestFields(exchange.json());
        long accountId = exchange.caller().id();
        OptionalLong source = dataSource(accountId, fields);
        Conversation created =
                conversations.create(
                        NewConversation.of(accountId)
                                .withTitle(fields.optionalText("title").orElse("")));
        if (source.isPresent()) {
            conversations.attachDataSource(accountId, created.id(), source);
        }
        exchange.respond(XmrConversation.of(conversations.load(accountId, created.id())));
    }

    void show(Exchange exchange) {
        exchange.respond(XmrConversation.of(conversation(exchange)));
    }

    void change(Exchange exchange) {
        Conversation conversation = conversation(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        OptionalLong source = dataSource(conversation.accountId(), fields);
        Optional<String> title = fields.optionalText("title");
        if (title.isPresent()) {
            conversations.rename(conversation.accountId(), conversation.id(), title.get());
        }
        if (exchange.json().has(DATA_SOURCE_ID)) {
            conversations.attachDataSource(conversation.accountId(), conversation.id(), source);
        }
        show(exchange);
    }

    void delete(Exchange exchange) throws InterruptedException {
        Conversation conversation = conversation(exchange);
        conversations.delete(conversation.accountId(), conversation.id());
        exchange.respond(new Deleted("Conversation deleted", conversation.id()));
    }

    void messages(Exchange exchange) throws InterruptedException {
        exchange.respond(view.all(dialogue.messages(conversation(exchange))));
    }

    private Conversation conversation(Exchange exchange) {
        return dialogue.load(exchange.caller().id(), exchange.pathParameter("conv_id"));
    }

    /// The source that a request names; empty if it names none, or null.
    ///
    /// @throws parley.error.AppException (404) there is no such source for the caller
    private OptionalLong dataSource(long accountId, RequestFields fields) {
        OptionalLong id = fields.optionalLong(DATA_SOURCE_ID, Long.MIN_VALUE, Long.MAX_VALUE);
        id.ifPresent(asked -> sources.load(accountId, asked));
        return id;
    }
}
