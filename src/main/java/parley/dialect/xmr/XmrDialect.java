package parley.dialect.xmr;

import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.Dialogue;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// The conversations, messages and providers of the data-analysis contract.
public final class XmrDialect implements Dialect {
    private static final String NAME = "xmr";
    private static final String CONVERSATION = "/api/conversations/{conv_id}";

    private final ConversationHandlers conversations;
    private final ChatHandler chat;
    private final ProviderHandlers providers;

    /// @param version the program's version
    public XmrDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            XmrMemorySettings memory,
            String version) {
        this.conversations = new ConversationHandlers(conversations, new Dialogue(conversations));
        this.chat = new ChatHandler(conversations, new Questions(turns, NAME), memory.policy());
        this.providers = new ProviderHandlers(models, version);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/api");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api", Access.CALLER, providers::health),
                Route.get("/api/conversations", Access.CALLER, conversations::list),
                Route.post("/api/conversations", Access.CALLER, conversations::create)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.get(CONVERSATION, Access.CALLER, conversations::show),
                new Route(
                        "PATCH", CONVERSATION, Access.CALLER, BodyType.JSON, conversations::change),
                Route.delete(CONVERSATION, Access.CALLER, conversations::delete),
                Route.get(CONVERSATION + "/messages", Access.CALLER, conversations::messages),
                Route.post("/api/chat", Access.CALLER, chat),
                Route.get("/api/providers", Access.CALLER, providers::list),
                Route.get("/api/providers/{provider}", Access.CALLER, providers::show),
                Route.get("/api/models/{provider}", Access.CALLER, providers::models));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
