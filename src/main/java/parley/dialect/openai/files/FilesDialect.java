package parley.dialect.openai.files;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.dialect.Repetition;
import parley.dialect.openai.OpenAiError;
import parley.document.Documents;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.RateHeaders;
import parley.http.Route;

/// OpenAI's files. Beside what its clients know, a file has its text, and may be context of a
/// conversation.
public final class FilesDialect implements Dialect {
    static final String NAME = "files";
    private static final List<String> BASES = List.of("/v1/files", "/files");

    private final FileHandlers handlers;

    public FilesDialect(Documents documents) {
        handlers = new FileHandlers(documents);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return BASES;
    }

    /// All routes, with `/v1` and without.
    @Override
    public List<Route> routes() {
        return BASES.stream().flatMap(this::routesUnder).toList();
    }

    private Stream<Route> routesUnder(String base) {
        String file = base + "/{" + FileHandlers.ID + "}";
        return Stream.of(
                Route.post(base, Access.CALLER, handlers::create).withBody(BodyType.MULTIPART),
                Route.get(base, Access.CALLER, handlers::list),
                Route.get(file, Access.CALLER, handlers::show),
                Route.get(file + "/content", Access.CALLER, handlers::content),
                Route.get(file + "/text", Access.CALLER, handlers::text),
                Route.delete(file, Access.CALLER, handlers::delete));
    }

    @Override
    public RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.OPENAI;
    }

    @Override
    public Object errorBody(AppException problem) {
        return OpenAiError.of(problem);
    }

    @Override
    public Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Repetition.headers(problem);
    }
}
