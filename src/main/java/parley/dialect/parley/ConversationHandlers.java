package parley.dialect.parley;

import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.DataSources;
import parley.conversation.BrowsingStore;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.dialect.SearchWords;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;
import parley.llm.ModelCatalog;

/// Lists, makes, shows, changes and deletes conversations.
final class ConversationHandlers {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private static final String DATA_SOURCE_ID = "data_source_id";

    private final ConversationService conversations;
    private final ModelCatalog models;
    private final BrowsingStore store;
    private final DataSources sources;
    private final ConversationViews views;

    ConversationHandlers(
            ConversationService conversations,
            ModelCatalog models,
            Browsing browsing,
            ConversationViews views) {
        this.conversations = conversations;
        this.models = models;
        this.store = browsing.store();
        this.sources = browsing.sources();
        this.views = views;
    }

    /// The answer to a deletion.
    record Deleted(long id, boolean deleted) {}

    void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
        SearchWords words = SearchWords.of(query);
        BrowsingStore.Page page =
                store.page(
                        new BrowsingStore.Query(
                                exchange.caller().id(), words.typed(), offset, limit));
        exchange.respond(
                new ConversationPage(
                        page.total(), offset, limit, views.all(page.conversations(), words)));
    }

    void create(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        Optional<String> model = existingModel(fields);
        NewConversation wanted =
                NewConversation.of(exchange.caller().id())
                        .withTitle(title(fields).orElse(""))
                        .withModel(model);
        OptionalLong source = dataSource(exchange.caller().id(), fields);
        Conversation made = conversations.create(wanted);
        if (source.isPresent()) {
            conversations.attachDataSource(made.accountId(), made.id(), source);
        }
        exchange.respond(views.one(conversations.load(made.accountId(), made.id())));
    }

    void show(Exchange exchange) {
        exchange.respond(views.one(load(exchange)));
    }

    void change(Exchange exchange) throws InterruptedException {
        Conversation conversation = load(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        // Everything is checked before anything is changed: a change happens whole or not at all.
        Optional<String> model = existingModel(fields);
        Optional<String> title = title(fields);
        Optional<Boolean> pinned = fields.optionalBoolean("pinned");
        OptionalLong source = dataSource(conversation.accountId(), fields);
        if (title.isPresent()) {
            conversations.rename(conversation.accountId(), conversation.id(), title.get());
        }
        if (model.isPresent()) {
            conversations.switchModel(conversation.accountId(), conversation.id(), model.get());
        }
        if (exchange.json().has(DATA_SOURCE_ID)) {
            conversations.attachDataSource(conversation.accountId(), conversation.id(), source);
        }
        pinned.ifPresent(pin -> store.pin(conversation.accountId(), conversation.id(), pin));
        show(exchange);
    }

    void delete(Exchange exchange) throws InterruptedException {
        Conversation conversation = load(exchange);
        conversations.delete(conversation.accountId(), conversation.id());
        exchange.respond(new Deleted(conversation.id(), true));
    }

    /// @throws AppException (404) if the caller has no such conversation
    private Conversation load(Exchange exchange) {
        return conversations.load(
                exchange.caller().id(),
                AskedConversation.id(exchange.pathParameter("conversation_id")));
    }

    /// @throws AppException (400) if there is nothing in it
    private static Optional<String> title(RequestFields fields) {
        Optional<String> title = fields.optionalText("title");
        if (title.filter(String::isBlank).isPresent()) {
            throw fields.wrong("title", "text that is more than white space");
        }
        return title;
    }

    /// @throws AppException (400) if there is no such model
    private Optional<String> existingModel(RequestFields fields) throws InterruptedException {
        Optional<String> model = ModelName.optional(fields);
        if (model.isPresent()) {
            models.resolve(model.get());
        }
        return model;
    }

    /// @throws AppException (404) if the account has no such source
    private OptionalLong dataSource(long accountId, RequestFields fields) {
        OptionalLong id = fields.optionalLong(DATA_SOURCE_ID, Long.MIN_VALUE, Long.MAX_VALUE);
        id.ifPresent(asked -> sources.load(accountId, asked));
        return id;
    }
}
