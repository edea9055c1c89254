package parley.dialect.chat;

import java.util.List;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationService;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;
import parley.llm.ModelCatalog;

/// Pages through an account's sessions.
final class HistoryHandler implements Handler {
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 10;

    private final ConversationService conversations;
    private final ModelCatalog models;

    HistoryHandler(ConversationService conversations, ModelCatalog models) {
        this.conversations = conversations;
        this.models = models;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        QueryFields query = new QueryFields(exchange);
        int page = query.number("page", 1, 1, Integer.MAX_VALUE);
        int pageSize = query.number("page_size", USUAL_PAGE, 1, LARGEST_PAGE);
        ConversationQuery wanted =
                new ConversationQuery(
                        exchange.caller().id(),
                        query.text("model"),
                        query.time("start_date"),
                        query.time("end_date"),
                        (page - 1L) * pageSize,
                        pageSize);
        exchange.respond(
                new HistoryPage(
                        conversations.count(wanted),
                        page,
                        pageSize,
                        sessions(conversations.list(wanted))));
    }

    private List<HistorySession> sessions(List<Conversation> found) throws InterruptedException {
        // Asked for once, and only if a session has no model of its own: it may take a provider.
        String serversModel =
                found.stream().allMatch(session -> session.model().isPresent())
                        ? ""
                        : models.resolve("").fullName();
        return found.stream()
                .map(session ->
                        HistorySession.of(
                                session,
                                session.model().orElse(serversModel),
                                SessionMessage.of(conversations.messages(session))))
                .toList();
    }
}
