package parley.dialect.parley;

import java.util.List;
import java.util.Map;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.ChatForm;
import parley.dialect.Detail;
import parley.dialect.PromptedText;
import parley.dialect.Repetition;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// The server's own API.
public final class ParleyDialect implements Dialect {
    static final String NAME = "parley";

    private final TurnHandlers turns;
    private final ConversationHandlers conversations;
    private final MessagesHandler messages;
    private final CatalogHandler catalog;
    private final CallerHandler caller;
    private final UsageHandlers usage;

    /// @param form how whole requests are written, of which only the costs are asked
    /// @param version the server's version, for whoever asks
    public ParleyDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            Metering metering,
            ChatForm form,
            PromptedText words,
            String version) {
        this.turns = new TurnHandlers(conversations, turns, words);
        this.conversations = new ConversationHandlers(conversations, models);
        this.messages = new MessagesHandler(conversations);
        this.catalog = new CatalogHandler(models);
        this.caller = new CallerHandler(version);
        this.usage = new UsageHandlers(metering, conversations, models, form);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "/v1/turns", "/v1/conversations", "/v1/model-catalog", "/v1/me", "/v1/usage");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/turns", Access.CALLER, usage.orEstimate(turns::start)),
                Route.get("/v1/usage", Access.CALLER, usage::show),
                Route.post("/v1/usage/estimate", Access.CALLER, usage::estimate)
                        .withBody(BodyType.LONG_JSON),
                Route.get("/v1/turns/{turn_id}", Access.CALLER, turns::show),
                Route.get("/v1/turns/{turn_id}/events", Access.CALLER, turns::events),
                Route.get("/v1/turns/{turn_id}/receipt", Access.CALLER, turns::receipt),
                Route.post("/v1/turns/{turn_id}/stop", Access.CALLER, turns::stop)
                        .withBody(BodyType.NONE),
                Route.post("/v1/turns/{turn_id}/continue", Access.CALLER, turns::resume)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.get("/v1/conversations", Access.CALLER, conversations::list),
                Route.post("/v1/conversations", Access.CALLER, conversations::create)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.get(
                        "/v1/conversations/{conversation_id}", Access.CALLER, conversations::show),
                new Route(
                        "PATCH",
                        "/v1/conversations/{conversation_id}",
                        Access.CALLER,
                        BodyType.JSON,
                        conversations::change),
                Route.delete(
                        "/v1/conversations/{conversation_id}",
                        Access.CALLER,
                        conversations::delete),
                Route.get("/v1/conversations/{conversation_id}/messages", Access.CALLER, messages),
                Route.get("/v1/model-catalog", Access.CALLER, catalog),
                Route.get("/v1/me", Access.CALLER, caller));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }

    @Override
    public Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Repetition.headers(problem);
    }
}
