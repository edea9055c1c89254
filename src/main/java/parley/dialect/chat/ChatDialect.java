package parley.dialect.chat;

import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.PromptedText;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;
import parley.prompt.PromptLibrary;
import parley.prompt.PromptPreview;

/// Streams of raw text, sessions whose model can be switched, and their history.
public final class ChatDialect implements Dialect {
    static final String NAME = "chat";
    private static final String PROMPTS = "/api/chat/prompts";
    private static final String PROMPT = PROMPTS + "/{" + PromptHandlers.PROMPT_ID + "}";

    private final StreamHandler stream;
    private final SessionHandlers sessions;
    private final HistoryHandler history;
    private final PromptHandlers prompts;

    public ChatDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            PromptLibrary library,
            PromptPreview preview) {
        this.stream = new StreamHandler(conversations, turns, new PromptedText(library));
        this.sessions = new SessionHandlers(conversations);
        this.history = new HistoryHandler(conversations, models);
        this.prompts = new PromptHandlers(library, preview);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/chat", PROMPTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/chat/stream", Access.TOKEN, stream),
                Route.post("/v1/chat/switch-model", Access.TOKEN, sessions::switchModel),
                Route.get("/v1/chat/history", Access.TOKEN, history),
                Route.delete("/v1/chat/sessions/{session_id}", Access.TOKEN, sessions::delete),
                Route.post(PROMPTS, Access.TOKEN, prompts::create),
                Route.get(PROMPTS, Access.TOKEN, prompts::list),
                Route.post(PROMPTS + "/preview", Access.TOKEN, prompts::preview),
                Route.get(PROMPT, Access.TOKEN, prompts::show),
                new Route("PUT", PROMPT, Access.TOKEN, BodyType.JSON, prompts::update),
                Route.delete(PROMPT, Access.TOKEN, prompts::delete));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
