package parley.dialect.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.Access;
import parley.http.Dialect;
import parley.http.Exchange;
import parley.http.Route;
import parley.http.StaticFiles;

/// The page at `/`, the description of the API at `/openapi.json`, and its reader at `/docs`.
public final class SiteDialect implements Dialect {
    /// The dialects that are described, in the order in which readers should meet them.
    public static final List<String> DESCRIBED =
            List.of(
                    "parley",
                    "chat",
                    "sessions",
                    "dialogix",
                    "xmr",
                    "archive",
                    "assistant",
                    "openai",
                    "responses",
                    "images",
                    "files",
                    "anthropic",
                    "operations",
                    "site");

    /// The places of the page that have addresses of their own, beside `/`.
    private static final List<String> PLACES =
            List.of(
                    "/c/{place*}",
                    "/data",
                    "/data/{place*}",
                    "/images",
                    "/images/{place*}",
                    "/prompts",
                    "/prompts/{place*}",
                    "/settings",
                    "/settings/{place*}",
                    "/welcome");

    /// Swagger UI sets styles on its elements, and shows icons from data addresses.
    private static final String READER =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.30.2";
    private static final String ASK_EACH_TIME = "no-cache";

    private final List<String> described;
    private final String version;
    private byte @Nullable [] description;

    /// @param described the names of the dialects to describe
    public SiteDialect(List<String> described, String version) {
        this.described = List.copyOf(described);
        this.version = version;
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public List<String> prefixes() {
        return List.of("/ui", "/docs", "/openapi.json");
    }

    @Override
    public List<Route> routes() {
        Ui ui = new Ui();
        StaticFiles reader = new StaticFiles("/docs", SWAGGER_UI, READER, ASK_EACH_TIME);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/", Access.OPEN, ui::page));
        routes.add(Route.get("/ui", Access.OPEN, ui::page));
        routes.add(Route.get("/ui/{hash}/{file*}", Access.OPEN, ui::file));
        PLACES.forEach(place -> routes.add(Route.get(place, Access.OPEN, ui::place)));
        routes.add(
                Route.get(
                        "/docs", Access.OPEN, exchange -> ui.page(exchange, "docs.html", READER)));
        routes.addAll(
                reader.routes().stream().filter(route -> !route.path().equals("/docs")).toList());
        routes.add(Route.get("/openapi.json", Access.OPEN, this::describe));
        return routes;
    }

    @Override
    public Object errorBody(AppException problem) {
        return Map.of("detail", problem.sentence());
    }

    private void describe(Exchange exchange) {
        exchange.respond(200, "application/json", description());
    }

    private synchronized byte[] description() {
        byte[] made = description;
        if (made == null) {
            made = OpenApiDocument.of(described, version);
            description = made;
        }
        return made;
    }
}
