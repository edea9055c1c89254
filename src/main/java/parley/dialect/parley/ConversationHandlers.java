package parley.dialect.parley;

import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;
import parley.llm.ModelCatalog;

/// Lists, makes, shows, changes and deletes conversations.
final class ConversationHandlers {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final ConversationService conversations;
    private final ModelCatalog models;

    ConversationHandlers(ConversationService conversations, ModelCatalog models) {
        this.conversations = conversations;
        this.models = models;
    }

    /// The answer to a deletion.
    record Deleted(long id, boolean deleted) {}

    void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
        ConversationQuery wanted =
                new ConversationQuery(
                        exchange.caller().id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        offset,
                        limit);
        exchange.respond(
                new ConversationPage(
                        conversations.count(wanted),
                        offset,
                        limit,
                        conversations.list(wanted).stream().map(ShownConversation::of).toList()));
    }

    void create(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        Optional<String> model = existingModel(fields);
        NewConversation wanted =
                NewConversation.of(exchange.caller().id())
                        .withTitle(title(fields).orElse(""))
                        .withModel(model);
        exchange.respond(ShownConversation.of(conversations.create(wanted)));
    }

    void show(Exchange exchange) {
        exchange.respond(ShownConversation.of(load(exchange)));
    }

    void change(Exchange exchange) throws InterruptedException {
        Conversation conversation = load(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        // Everything is checked before anything is changed: a change happens whole or not at all.
        Optional<String> model = existingModel(fields);
        Optional<String> title = title(fields);
        if (title.isPresent()) {
            conversations.rename(conversation.accountId(), conversation.id(), title.get());
        }
        if (model.isPresent()) {
            conversations.switchModel(conversation.accountId(), conversation.id(), model.get());
        }
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
}
