package parley.dialect.chat;

import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.error.AppException;
import parley.http.Access;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// Streams of raw text, sessions whose model can be switched, and their history.
public final class ChatDialect implements Dialect {
    static final String NAME = "chat";

    private final StreamHandler stream;
    private final SessionHandlers sessions;
    private final HistoryHandler history;

    public ChatDialect(ConversationService conversations, TurnService turns, ModelCatalog models) {
        this.stream = new StreamHandler(conversations, turns);
        this.sessions = new SessionHandlers(conversations);
        this.history = new HistoryHandler(conversations, models);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/chat");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/chat/stream", Access.TOKEN, stream),
                Route.post("/v1/chat/switch-model", Access.TOKEN, sessions::switchModel),
                Route.get("/v1/chat/history", Access.TOKEN, history),
                Route.delete("/v1/chat/sessions/{session_id}", Access.TOKEN, sessions::delete));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
