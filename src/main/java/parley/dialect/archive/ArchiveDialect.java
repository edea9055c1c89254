package parley.dialect.archive;

import java.util.List;
import parley.conversation.ConversationService;
import parley.dialect.Detail;
import parley.error.AppException;
import parley.export.Exports;
import parley.export.Imports;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;

/// Exports and imports.
public final class ArchiveDialect implements Dialect {
    private final ExportHandlers exports;
    private final ImportHandler imports;

    public ArchiveDialect(ConversationService conversations, Exports exports, Imports imports) {
        this.exports = new ExportHandlers(conversations, exports);
        this.imports = new ImportHandler(imports);
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/export", "/v1/import");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/conversations/{conversation_id}/export",
                        Access.CALLER,
                        exports::conversation),
                Route.get("/v1/export", Access.CALLER, exports::archive),
                Route.post("/v1/import", Access.CALLER, imports).withBody(BodyType.FILE));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
