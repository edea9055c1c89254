package parley.dialect.openai.files;

import java.util.stream.Stream;
import parley.dialect.openai.OpenAiResource;
import parley.document.Documents;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Route;

/// OpenAI's files. Beside what its clients know, a file has its text, and may be context of a
/// conversation.
public final class FilesDialect extends OpenAiResource {
    private final FileHandlers handlers;

    public FilesDialect(Documents documents) {
        super("files");
        handlers = new FileHandlers(documents);
    }

    @Override
    protected Stream<Route> routesUnder(String base) {
        String file = base + "/{" + FileHandlers.ID + "}";
        return Stream.of(
                Route.post(base, Access.CALLER, handlers::create).withBody(BodyType.MULTIPART),
                Route.get(base, Access.CALLER, handlers::list),
                Route.get(file, Access.CALLER, handlers::show),
                Route.get(file + "/content", Access.CALLER, handlers::content),
                Route.get(file + "/text", Access.CALLER, handlers::text),
                Route.delete(file, Access.CALLER, handlers::delete));
    }
}
