package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.analysis.question.ColumnFacts;
import parley.analysis.question.TableFacts;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.sql.Table;
import parley.error.AppException;

/// Finds out what a question planner needs to know of a table. Of a file all rows are looked at; of
/// a database's table the first ones, and the ends of its times.
final class Facts {
    private static final int MOST_VALUES = 300;
    private static final int SAMPLE = 50_000;
    private static final int MOST_COLUMNS = 60;

    private final OpenSource source;
    private final Table table;
    private final Engine engine;

    private Facts(OpenSource source, Table table) {
        this.source = source;
        this.table = table;
        this.engine = source.engine();
    }

    static TableFacts of(OpenSource source, Table table) throws InterruptedException {
        return new Facts(source, table).find();
    }

    private TableFacts find() throws InterruptedException {
        List<Column> columns = table.columns().stream().limit(MOST_COLUMNS).toList();
        List<@Nullable Object> counts = counts(columns);
        List<ColumnFacts> facts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int at = 1 + 3 * i;
            List<@Nullable Object> ends =
                    column.type().isTemporal() && engine != Engine.DUCKDB
                            ? ends(column, counts.subList(at + 1, at + 3))
                            : counts.subList(at + 1, at + 3);
            facts.add(
                    new ColumnFacts(
                            column,
                            number(counts.get(at)),
                            column.type() == ColumnType.TEXT ? values(column) : List.of(),
                            ends.get(0),
                            ends.get(1)));
        }
        return new TableFacts(table, number(counts.getFirst()), facts);
    }

    /// The number of rows; then of each column the number of values, the least and the greatest.
    private List<@Nullable Object> counts(List<Column> columns) throws InterruptedException {
        String select =
                columns.stream()
                        .map(column -> name(column))
                        .map("COUNT(DISTINCT %1$s), MIN(%1$s), MAX(%1$s)"::formatted)
                        .collect(Collectors.joining(", "));
        Rows rows =
                source.look(new Query("SELECT COUNT(*), %s FROM %s".formatted(select, sample())));
        return rows.cells().getFirst();
    }

    /// The true ends of a time, where finding them does not take long.
    private List<@Nullable Object> ends(Column column, List<@Nullable Object> ofSample)
            throws InterruptedException {
        try {
            return source.look(
                            new Query(
                                    "SELECT MIN(%1$s), MAX(%1$s) FROM %2$s"
                                            .formatted(name(column), Names.quoted(table, engine))))
                    .cells()
                    .getFirst();
        } catch (AppException e) {
            return ofSample;
        }
    }

    private List<String> values(Column column) throws InterruptedException {
        Rows rows =
                source.look(
                        new Query(
                                """
                                SELECT %1$s, COUNT(*) FROM %2$s WHERE %1$s IS NOT NULL
                                GROUP BY %1$s ORDER BY COUNT(*) DESC, %1$s LIMIT %3$d
                                """
                                        .formatted(name(column), sample(), MOST_VALUES)));
        return rows.cells().stream().map(row -> String.valueOf(row.getFirst())).toList();
    }

    /// The rows that are looked at.
    private String sample() {
        String whole = Names.quoted(table, engine);
        return engine == Engine.DUCKDB
                ? whole
                : "(SELECT * FROM %s LIMIT %d) sample_rows".formatted(whole, SAMPLE);
    }

    private String name(Column column) {
        return Names.quoted(column.name(), engine);
    }

    private static long number(@Nullable Object cell) {
        return cell instanceof Number number ? number.longValue() : 0;
    }
}
