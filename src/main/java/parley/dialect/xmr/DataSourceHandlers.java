package parley.dialect.xmr;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.analysis.DataQuery;
import parley.analysis.DataSource;
import parley.analysis.DataSources;
import parley.analysis.SourceType;
import parley.analysis.TableView;
import parley.dialect.AskedId;
import parley.dialect.Timestamps;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;

/// Lists, makes, tests, asks and deletes data sources.
final class DataSourceHandlers {
    private static final int MOST_QUERIES = 200;

    private final DataSources sources;

    DataSourceHandlers(DataSources sources) {
        this.sources = sources;
    }

    /// Says that a source is gone.
    record Deleted(String message, long id) {}

    /// @param tables what can be asked; empty if it cannot be reached
    record Tested(boolean reachable, @Nullable String reason, List<String> tables) {}

    /// A source with what is known of its data.
    ///
    /// @param profile what was inferred of a file, and repaired
    /// @param suggestions questions to begin with
    record Described(
            XmrDataSource source,
            List<TableView> tables,
            @Nullable JsonNode profile,
            List<String> suggestions) {}

    record Queried(
            String sqlQuery,
            List<String> columns,
            JsonNode sqlResults,
            boolean truncated,
            double ms) {}

    record PastQuery(
            String sqlQuery,
            String outcome,
            int rows,
            boolean truncated,
            double ms,
            @Nullable Long messageId,
            String createdAt) {
        static PastQuery of(DataQuery query) {
            return new PastQuery(
                    query.sql(),
                    query.outcome(),
                    query.rows(),
                    query.truncated(),
                    query.duration().toNanos() / 1e6,
                    query.messageId().isPresent() ? query.messageId().getAsLong() : null,
                    Timestamps.iso(query.at()));
        }
    }

    void list(Exchange exchange) {
        exchange.respond(sources.list(exchange.caller().id()).stream().map(this::shown).toList());
    }

    void create(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        String name = fields.requiredText("name");
        SourceType type = type(fields);
        String connectionString = fields.requiredText("connectionString");
        DataSource made = sources.create(exchange.caller().id(), name, type, connectionString);
        exchange.respond(XmrDataSource.of(made, connectionString));
    }

    void show(Exchange exchange) throws InterruptedException {
        DataSource source = load(exchange);
        exchange.respond(
                new Described(
                        shown(source),
                        sources.tables(source),
                        sources.profile(source).orElse(null),
                        sources.suggestions(source)));
    }

    /// Tries a source that is kept, or one that is only described.
    void test(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        exchange.respond(
                tested(sources.test(type(fields), fields.requiredText("connectionString"))));
    }

    void testKept(Exchange exchange) throws InterruptedException {
        exchange.respond(tested(sources.test(load(exchange))));
    }

    void query(Exchange exchange) throws InterruptedException {
        DataSource source = load(exchange);
        String sql = new RequestFields(exchange.json()).requiredText("sql");
        if (exchange.header("Accept").filter(types -> types.startsWith("text/csv")).isPresent()) {
            exchange.setHeader("Content-Disposition", "attachment; filename=\"rows.csv\"");
            exchange.respond(200, "text/csv; charset=utf-8", sources.csv(source, sql));
            return;
        }
        DataSources.Result result = sources.query(source, sql);
        exchange.respond(
                new Queried(
                        result.sql(),
                        result.columns(),
                        result.rows(),
                        result.truncated(),
                        result.took().toNanos() / 1e6));
    }

    void queries(Exchange exchange) {
        DataSource source = load(exchange);
        exchange.respond(
                sources.queries(source, MOST_QUERIES).stream().map(PastQuery::of).toList());
    }

    void delete(Exchange exchange) {
        DataSource source = load(exchange);
        sources.delete(source);
        exchange.respond(new Deleted("Data source deleted", source.id()));
    }

    private static Tested tested(DataSources.Tested tested) {
        return new Tested(
                tested.problem().isEmpty(), tested.problem().orElse(null), tested.tables());
    }

    private XmrDataSource shown(DataSource source) {
        return XmrDataSource.of(source, sources.maskedConnection(source).orElse(null));
    }

    private DataSource load(Exchange exchange) {
        String asked = exchange.pathParameter("ds_id");
        OptionalLong id = AskedId.parse(asked);
        if (id.isEmpty()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "There is no data source %s.".formatted(asked));
        }
        return sources.load(exchange.caller().id(), id.getAsLong());
    }

    private static SourceType type(RequestFields fields) {
        SourceType type =
                SourceType.named(fields.requiredText("type"))
                        .orElseThrow(() ->
                                fields.wrong(
                                        "type",
                                        "\"postgresql\", \"mysql\", \"sqlite\" or \"csv\""));
        if (type == SourceType.CSV) {
            throw AppException.invalid(
                    "type", "A CSV file becomes a data source by POST /api/csv-upload.");
        }
        return type;
    }
}
