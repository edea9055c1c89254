package parley.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.analysis.question.TableFacts;
import parley.analysis.sql.Caps;
import parley.analysis.sql.CheckedQuery;
import parley.analysis.sql.Database;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.sql.SqlGuard;
import parley.analysis.sql.Table;
import parley.error.AppException;

/// A data source that is open. Every query passes the guard and is recorded.
final class OpenSource {
    private static final int MOST_TABLES_ASKED = 12;
    private static final Duration FACTS_HOLD = Duration.ofMinutes(1);

    private final DataSource source;
    private final Database database;
    private final SqlGuard guard;
    private final Consumer<DataQuery> log;
    private final Caps caps;
    private final InstantSource clock;
    private List<Table> tables = List.of();
    private Instant tablesUntil = Instant.MIN;
    private final Map<Table, Known> facts = new ConcurrentHashMap<>();

    /// Facts, and until when they count.
    private record Known(TableFacts facts, Instant until) {}

    OpenSource(
            DataSource source,
            Database database,
            SqlGuard guard,
            Consumer<DataQuery> log,
            Caps caps,
            InstantSource clock) {
        this.source = source;
        this.database = database;
        this.guard = guard;
        this.log = log;
        this.caps = caps;
        this.clock = clock;
    }

    DataSource source() {
        return source;
    }

    Engine engine() {
        return database.engine();
    }

    /// What can be asked. A database may change; a file does not.
    ///
    /// @throws AppException (503) the source cannot be reached
    synchronized List<Table> tables() throws InterruptedException {
        if (clock.instant().isAfter(tablesUntil)) {
            tables = database.tables();
            tablesUntil =
                    engine() == Engine.DUCKDB ? Instant.MAX : clock.instant().plus(FACTS_HOLD);
        }
        return tables;
    }

    /// What is known of the tables that a question may be about: those it names first.
    List<TableFacts> factsFor(String question) throws InterruptedException {
        String words = question.toLowerCase(Locale.ROOT);
        List<Table> likely =
                tables().stream()
                        .sorted(
                                Comparator.comparing(table ->
                                        !words.contains(table.name().toLowerCase(Locale.ROOT))))
                        .limit(MOST_TABLES_ASKED)
                        .toList();
        List<TableFacts> found = new ArrayList<>();
        for (Table table : likely) {
            found.add(facts(table));
        }
        return found;
    }

    private TableFacts facts(Table table) throws InterruptedException {
        Known known = facts.get(table);
        if (known == null || clock.instant().isAfter(known.until())) {
            known = new Known(Facts.of(this, table), clock.instant().plus(FACTS_HOLD));
            facts.put(table, known);
        }
        return known.facts();
    }

    /// Runs a query of which every row is wanted that [Caps] allow.
    ///
    /// @param message the answer it is for
    /// @throws AppException (400) it is not allowed or not understood; (503) the source cannot be
    ///   reached, or the time is over
    Asked ask(Query query, OptionalLong message) throws InterruptedException {
        return ask(query, message, caps);
    }

    Asked ask(Query query, OptionalLong message, Caps most) throws InterruptedException {
        long started = System.nanoTime();
        try {
            CheckedQuery checked = guard.check(query, engine(), tables());
            Rows rows = database.run(checked, most);
            Asked asked = new Asked(checked, engine(), rows);
            record(asked.sql(), message, "ok", rows, rows.took());
            return asked;
        } catch (AppException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            Rows none = new Rows(List.of(), List.of(), false, took);
            record(query.sql(), message, e.sentence(), none, took);
            throw e;
        }
    }

    /// Runs a query about the table itself, that belongs to no answer and is not recorded.
    Rows look(Query query) throws InterruptedException {
        return database.run(guard.check(query, engine(), tables()), caps);
    }

    private void record(
            String sql, OptionalLong message, String outcome, Rows rows, Duration took) {
        log.accept(
                new DataQuery(
                        source.accountId(),
                        source.id(),
                        message,
                        sql,
                        outcome,
                        rows.cells().size(),
                        rows.truncated(),
                        took,
                        clock.instant()));
    }
}
