package parley.dialect.chat;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.PromptedText;
import parley.document.Documents;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;
import parley.prompt.PromptLibrary;
import parley.prompt.PromptPreview;

/// Streams of raw text, sessions whose model can be switched, their history and their documents.
public final class ChatDialect implements Dialect {
    static final String NAME = "chat";
    private static final String PROMPTS = "/api/chat/prompts";

    /// The same prompts under Parley's own rule of who is calling: the owner needs no token on the
    /// machine itself.
    private static final String OWN_PROMPTS = "/v1/prompts";

    private static final String SESSIONS = "/api/chat/sessions";
    private static final String UPLOAD = SESSIONS + "/{" + UploadHandler.SESSION_ID + "}/upload";

    private final StreamHandler stream;
    private final SessionHandlers sessions;
    private final HistoryHandler history;
    private final PromptHandlers prompts;
    private final UploadHandler upload;

    public ChatDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            PromptLibrary library,
            PromptPreview preview,
            Documents documents) {
        this.stream = new StreamHandler(conversations, turns, new PromptedText(library));
        this.sessions = new SessionHandlers(conversations);
        this.history = new HistoryHandler(conversations, models);
        this.prompts = new PromptHandlers(library, preview);
        this.upload = new UploadHandler(documents, conversations);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/chat", PROMPTS, OWN_PROMPTS, SESSIONS);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes =
                new ArrayList<>(
                        List.of(
                                Route.post("/v1/chat/stream", Access.TOKEN, stream),
                                Route.post(
                                        "/v1/chat/switch-model",
                                        Access.TOKEN,
                                        sessions::switchModel),
                                Route.get("/v1/chat/history", Access.TOKEN, history),
                                Route.delete(
                                        "/v1/chat/sessions/{session_id}",
                                        Access.TOKEN,
                                        sessions::delete)));
        routes.add(Route.post(UPLOAD, Access.TOKEN, upload).withBody(BodyType.MULTIPART));
        routes.addAll(promptRoutes(PROMPTS, Access.TOKEN));
        routes.addAll(promptRoutes(OWN_PROMPTS, Access.CALLER));
        return routes;
    }

    private List<Route> promptRoutes(String path, Access access) {
        String prompt = path + "/{" + PromptHandlers.PROMPT_ID + "}";
        return List.of(
                Route.post(path, access, prompts::create),
                Route.get(path, access, prompts::list),
                Route.post(path + "/preview", access, prompts::preview),
                Route.get(prompt, access, prompts::show),
                new Route("PUT", prompt, access, BodyType.JSON, prompts::update),
                Route.delete(prompt, access, prompts::delete));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
