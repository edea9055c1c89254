package parley.dialect.parley;

import java.util.List;
import java.util.Map;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.ChatForm;
import parley.dialect.Detail;
import parley.dialect.PromptedText;
import parley.dialect.Repetition;
import parley.document.Documents;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// The server's own API.
public final class ParleyDialect implements Dialect {
    static final String NAME = "parley";
    private static final String FILES = "/v1/conversations/{conversation_id}/files";
    private static final String FILE = FILES + "/{" + FileHandlers.FILE_ID + "}";

    private static final String MESSAGE =
            "/v1/conversations/{conversation_id}/messages/{message_id}";

    private final TurnHandlers turns;
    private final ConversationHandlers conversations;
    private final ForkHandlers forks;
    private final MessagesHandler messages;
    private final MessageHandlers message;
    private final CatalogHandlers catalog;
    private final CallerHandlers caller;
    private final TokenHandlers tokens;
    private final UsageHandlers usage;
    private final FileHandlers files;

    /// @param form how whole requests are written, of which only the costs are asked
    public ParleyDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            Browsing browsing,
            Metering metering,
            ChatForm form,
            PromptedText words,
            Documents documents,
            About about) {
        ConversationViews shownConversations = new ConversationViews(browsing.store());
        MessageViews shownMessages = new MessageViews(conversations, browsing);
        this.turns =
                new TurnHandlers(
                        conversations,
                        turns,
                        words,
                        shownMessages,
                        new SentPictures(browsing.images()));
        this.conversations =
                new ConversationHandlers(conversations, models, browsing, shownConversations);
        this.forks =
                new ForkHandlers(
                        conversations, browsing.store(), shownConversations, metering.clock());
        this.messages = new MessagesHandler(conversations, shownMessages);
        this.message = new MessageHandlers(conversations, browsing.charts(), shownMessages);
        this.catalog = new CatalogHandlers(models, about);
        this.caller = new CallerHandlers(about, metering, models, browsing.images());
        this.tokens = new TokenHandlers(about.account());
        this.files = new FileHandlers(documents);
        this.usage = new UsageHandlers(metering, conversations, models, form);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "/v1/turns",
                "/v1/conversations",
                "/v1/model-catalog",
                "/v1/me",
                "/v1/tokens",
                "/v1/usage");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/turns", Access.CALLER, usage.orEstimate(turns::start))
                        .withBody(BodyType.LONG_JSON),
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
                Route.post("/v1/conversations/{conversation_id}/fork", Access.CALLER, forks::fork),
                Route.get("/v1/conversations/{conversation_id}/forks", Access.CALLER, forks::forks),
                Route.get(MESSAGE, Access.CALLER, message::show),
                Route.get(MESSAGE + "/chart", Access.CALLER, message::chart),
                Route.get(FILES, Access.CALLER, files::list),
                Route.post(FILE, Access.CALLER, files::attach).withBody(BodyType.OPTIONAL_JSON),
                Route.delete(FILE, Access.CALLER, files::detach),
                Route.get("/v1/model-catalog", Access.CALLER, catalog::show),
                Route.post("/v1/model-catalog/{provider}/test", Access.CALLER, catalog::test)
                        .withBody(BodyType.NONE),
                Route.get("/v1/tokens", Access.CALLER, tokens::list),
                Route.post("/v1/tokens", Access.CALLER, tokens::create),
                Route.delete("/v1/tokens/{token_id}", Access.CALLER, tokens::delete),
                new Route(
                        "PATCH",
                        "/v1/me/preferences",
                        Access.CALLER,
                        BodyType.JSON,
                        caller::changePreferences),
                Route.get("/v1/me", Access.CALLER, caller::show));
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
