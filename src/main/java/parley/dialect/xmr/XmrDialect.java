package parley.dialect.xmr;

import java.util.List;
import parley.analysis.ChartPictures;
import parley.analysis.DataSources;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.Dialogue;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// The conversations, messages, data sources, charts and providers of the data-analysis contract.
public final class XmrDialect implements Dialect {
    private static final String NAME = "xmr";
    private static final String CONVERSATION = "/api/conversations/{conv_id}";
    private static final String SOURCE = "/api/data-sources/{ds_id}";

    private final ConversationHandlers conversations;
    private final ChatHandler chat;
    private final ProviderHandlers providers;
    private final UploadHandler upload;
    private final DataSourceHandlers sources;
    private final ChartHandlers charts;
    private final PointsHandler points;

    /// @param version the program's version
    public XmrDialect(
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            DataSources sources,
            ChartPictures pictures,
            XmrMemorySettings memory,
            PromptedText words,
            String version) {
        MessageView view = new MessageView(pictures);
        this.conversations =
                new ConversationHandlers(conversations, new Dialogue(conversations), sources, view);
        this.chat =
                new ChatHandler(
                        conversations, new Questions(turns, NAME), memory.policy(), view, words);
        this.providers = new ProviderHandlers(models, version);
        this.upload = new UploadHandler(sources, conversations);
        this.sources = new DataSourceHandlers(sources);
        this.charts = new ChartHandlers(pictures);
        this.points = new PointsHandler(pictures);
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
                Route.post("/api/csv-upload", Access.CALLER, upload).withBody(BodyType.MULTIPART),
                Route.get("/api/data-sources", Access.CALLER, sources::list),
                Route.post("/api/data-sources", Access.CALLER, sources::create),
                Route.post("/api/data-sources/test", Access.CALLER, sources::test),
                Route.get(SOURCE, Access.CALLER, sources::show),
                Route.delete(SOURCE, Access.CALLER, sources::delete),
                Route.post(SOURCE + "/test", Access.CALLER, sources::testKept)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.post(SOURCE + "/query", Access.CALLER, sources::query),
                Route.get(SOURCE + "/queries", Access.CALLER, sources::queries),
                Route.get("/api/charts/{filename}", Access.CALLER, charts::show),
                Route.post("/api/xmr/chart", Access.CALLER, points),
                Route.get("/api/xmr/conformance", Access.CALLER, charts::conformance),
                Route.get("/api/providers", Access.CALLER, providers::list),
                Route.get("/api/providers/{provider}", Access.CALLER, providers::show),
                Route.get("/api/models/{provider}", Access.CALLER, providers::models));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
