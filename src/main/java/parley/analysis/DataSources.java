package parley.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import parley.analysis.csv.CsvWriter;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.question.TableFacts;
import parley.analysis.sql.ConnectionString;
import parley.analysis.sql.Databases;
import parley.analysis.sql.Query;
import parley.analysis.sql.Reachability;
import parley.analysis.sql.Rows;
import parley.analysis.sql.SecretBox;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The data sources of accounts: databases that are registered, files that are uploaded. What
/// belongs to another account is not there.
public final class DataSources implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    /// What sealed connection strings are sealed for.
    static final String PURPOSE = "data-source";

    private final DataSourceStore store;
    private final Databases databases;
    private final SecretBox secrets;
    private final CsvSources files;
    private final OpenSources opened;
    private final QuestionPlanner planner;
    private final InstantSource clock;

    public DataSources(
            DataSourceStore store,
            Databases databases,
            SecretBox secrets,
            CsvSources files,
            OpenSources opened,
            QuestionPlanner planner,
            InstantSource clock) {
        this.store = store;
        this.databases = databases;
        this.secrets = secrets;
        this.files = files;
        this.opened = opened;
        this.planner = planner;
        this.clock = clock;
    }

    /// A file that became a source.
    ///
    /// @param suggestions questions to begin with
    public record Uploaded(
            DataSource source, List<String> columns, long rows, List<String> suggestions) {}

    /// @param problem why it cannot be reached; empty if it can
    public record Tested(Optional<String> problem, List<String> tables) {}

    /// What a query brought.
    ///
    /// @param sql as it was run
    /// @param rows an array of objects
    public record Result(
            String sql, List<String> columns, JsonNode rows, boolean truncated, Duration took) {}

    public List<DataSource> list(long accountId) {
        return store.list(accountId);
    }

    public Optional<DataSource> find(long accountId, long sourceId) {
        return store.find(accountId, sourceId);
    }

    /// @throws AppException (404) there is no such source for this account
    public DataSource load(long accountId, long sourceId) {
        return find(accountId, sourceId)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND,
                                "There is no data source %d.".formatted(sourceId)));
    }

    /// Registers a database. One that cannot be reached is kept, with the reason.
    ///
    /// @throws AppException (400) the connection string is not right, or the database's user may do
    ///   more than read
    public DataSource create(long accountId, String name, SourceType type, String connection)
            throws InterruptedException {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw AppException.invalid(
                    "name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        Optional<String> problem = problem(parsed(type, connection));
        return store.create(
                new NewDataSource(
                        accountId,
                        name,
                        type,
                        Optional.of(secrets.seal(connection, PURPOSE)),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        problem),
                clock.instant());
    }

    /// Tries a database without keeping it.
    ///
    /// @throws AppException as [#create]
    public Tested test(SourceType type, String connection) throws InterruptedException {
        return new Tested(problem(parsed(type, connection)), List.of());
    }

    /// Tries a source, and keeps what came of it.
    public Tested test(DataSource source) throws InterruptedException {
        Optional<String> problem = Optional.empty();
        List<String> tables = List.of();
        try {
            tables = tables(source).stream().map(TableView::name).toList();
        } catch (AppException e) {
            problem = Optional.of(e.sentence());
        }
        store.setProblem(source.id(), problem);
        return new Tested(problem, tables);
    }

    private Optional<String> problem(ConnectionString connection) throws InterruptedException {
        return switch (databases.probe(connection)) {
            case Reachability.Reachable() -> Optional.empty();
            case Reachability.Unreachable(var _, String sentence) -> Optional.of(sentence);
        };
    }

    private static ConnectionString parsed(SourceType type, String connection) {
        ConnectionString parsed = ConnectionString.parse(connection);
        if (!parsed.engine().name().equals(type.name())) {
            throw AppException.invalid(
                    "type",
                    "The type says %s, and the connection string is one of %s."
                            .formatted(type.wireName(), ChartOptions.wireName(parsed.engine())));
        }
        return parsed;
    }

    /// The connection string without its password; empty for a file.
    public Optional<String> maskedConnection(DataSource source) {
        return source.connection().map(sealed -> masked(sealed));
    }

    private String masked(String sealed) {
        try {
            return ConnectionString.parse(secrets.open(sealed, PURPOSE)).masked();
        } catch (AppException e) {
            // The key is another one: the source can be seen and deleted, and no more.
            return "***";
        }
    }

    /// Makes a source of a file.
    ///
    /// @param fileName as its sender calls it
    /// @param file its bytes; stays as it is
    /// @throws AppException (400) it is no CSV file, or one without rows; (413) it is too large
    public Uploaded upload(long accountId, String fileName, Path file, long size)
            throws InterruptedException {
        DataSource source = files.take(accountId, fileName, file, size, _ -> {});
        JsonNode profile = profile(source).orElseThrow();
        List<String> columns =
                profile.path("columns")
                        .valueStream()
                        .map(column -> column.path("name").asString(""))
                        .toList();
        List<String> suggestions = suggestions(source);
        return new Uploaded(source, columns, profile.path("rows").asLong(), suggestions);
    }

    /// Makes a source of a file that was exported elsewhere.
    ///
    /// @param beforeSeen told its id before anybody can see it
    /// @throws AppException as [#upload]
    public DataSource arrive(
            long accountId, String fileName, Path file, long size, LongConsumer beforeSeen)
            throws InterruptedException {
        return files.take(accountId, fileName, file, size, beforeSeen);
    }

    /// The file of a source as it was uploaded.
    public InputStream file(DataSource source) throws IOException {
        return files.stored(source.id());
    }

    /// What was inferred of a file, and repaired; empty for a database.
    public Optional<JsonNode> profile(DataSource source) {
        return source.profile()
                .map(text ->
                        ((ObjectNode) JsonMapper.shared().readTree(text))
                                .without(CsvSources.WHOLE));
    }

    /// @throws AppException (503) it cannot be reached
    public List<TableView> tables(DataSource source) throws InterruptedException {
        return with(source, open -> open.tables().stream().map(TableView::of).toList());
    }

    /// Questions to begin with.
    public List<String> suggestions(DataSource source) throws InterruptedException {
        return with(
                source,
                open -> {
                    List<TableFacts> facts = open.factsFor("");
                    return facts.isEmpty()
                            ? List.<String>of()
                            : planner.suggestions(facts.getFirst());
                });
    }

    /// Runs a query that somebody wrote.
    ///
    /// @throws AppException (400) it is not allowed, or not understood; (503) the source cannot be
    ///   reached, or the time is over
    public Result query(DataSource source, String sql) throws InterruptedException {
        Asked asked = with(source, open -> open.ask(new Query(sql), OptionalLong.empty()));
        Rows rows = asked.rows();
        return new Result(
                asked.sql(),
                Cells.names(rows.columns()),
                Cells.objects(rows, rows.cells().size()),
                rows.truncated(),
                rows.took());
    }

    /// The rows of a query that somebody wrote, as a CSV file.
    ///
    /// @throws AppException as [#query]
    public byte[] csv(DataSource source, String sql) throws InterruptedException {
        Asked asked = with(source, open -> open.ask(new Query(sql), OptionalLong.empty()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            CsvWriter.write(asked.rows(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /// The newest queries that were run, newest first.
    public List<DataQuery> queries(DataSource source, int limit) {
        return store.queries(source.accountId(), source.id(), limit);
    }

    /// Deletes a source with its file. Conversations about it have none then.
    public void delete(DataSource source) {
        store.delete(source.accountId(), source.id());
        opened.forget(source.id());
        files.delete(source.id());
    }

    /// Works with a source while it is open.
    ///
    /// @throws AppException (503) it cannot be reached
    <T> T with(DataSource source, OpenSources.Work<T> work) throws InterruptedException {
        return opened.with(source, work);
    }

    @Override
    public void close() {
        opened.close();
    }
}
