package parley.analysis.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;

/// Writes what is asked as SQL.
final class AskSql {
    private static final int MOST_ROWS = 1000;

    private final Ask ask;
    private final EngineSql sql;
    private final String table;
    private final List<Object> parameters = new ArrayList<>();
    private final ConditionSql conditions;
    private final GroupSql groups;

    private AskSql(Ask ask, Engine engine) {
        this.ask = ask;
        this.sql = new EngineSql(engine);
        this.table = FromSql.of(ask, sql);
        this.conditions = new ConditionSql(sql, table, parameters);
        this.groups = new GroupSql(ask, sql, table, parameters, conditions);
    }

    static Query of(Ask ask, Engine engine) {
        AskSql writer = new AskSql(ask, engine);
        String text = writer.text();
        return new Query(text, writer.parameters);
    }

    /// How many days have data in a stretch of the time that is grouped by, and the first and the
    /// last of them; of all rows, whatever the conditions.
    static Query days(Ask ask, Engine engine, LocalDate from, LocalDate until) {
        AskSql writer = new AskSql(ask, engine);
        Key key = ask.keys().getFirst();
        String time = writer.sql.quoted(key.column().name());
        String day = writer.sql.bucket(Bucket.DAY, time);
        boolean hours =
                key.bucket().filter(Bucket.DAY::equals).isPresent()
                        && key.column().type() == ColumnType.TIMESTAMP;
        return new Query(
                "SELECT COUNT(DISTINCT %1$s), MIN(%1$s), MAX(%1$s) FROM %2$s WHERE %3$s >= ? AND %3$s < ?"
                        .formatted(
                                hours ? writer.sql.bucket(Bucket.HOUR, time) : day,
                                writer.table,
                                day),
                List.of(from, until));
    }

    /// The first and the last day of the data, as far as the time that is asked for goes.
    static Query span(Ask ask, Engine engine) {
        AskSql writer = new AskSql(ask, engine);
        Column column = ask.keys().getFirst().column();
        String day = writer.sql.bucket(Bucket.DAY, writer.sql.quoted(column.name()));
        List<Condition> time =
                ask.conditions().stream()
                        .filter(each -> each.test() == Condition.Test.DURING)
                        .filter(each -> each.column().equals(column))
                        .toList();
        return new Query(
                "SELECT MIN(%1$s), MAX(%1$s) FROM %2$s WHERE %3$s"
                        .formatted(day, writer.table, writer.conditions.all(time)),
                writer.parameters);
    }

    private String text() {
        return switch (ask.kind()) {
            case AGGREGATE -> groups.text();
            case SERIES -> ask.measures().isEmpty() ? rows() : groups.text();
            case ROWS -> rows();
            case COMPARE -> compare();
            case SHARE -> share();
            case CORRELATION, MISSING, OUTLIERS, DUPLICATES, DESCRIBE ->
                    new StatisticsSql(ask, sql, table, parameters, conditions).text();
        };
    }

    private String named(String expression, String label) {
        return expression + " AS " + sql.quoted(label);
    }

    static String missingLast(String expression) {
        return "CASE WHEN %s IS NULL THEN 1 ELSE 0 END".formatted(expression);
    }

    // Rows

    private String rows() {
        List<Column> columns =
                ask.kind() == Ask.Kind.SERIES
                        ? List.of(ask.keys().getFirst().column(), ask.columns().getFirst())
                        : ask.columns();
        List<Condition> all = new ArrayList<>(ask.conditions());
        ask.order()
                .ifPresent(column -> {
                    if (ask.limit() > 0 || ask.kind() == Ask.Kind.SERIES) {
                        all.add(new Condition(column, Condition.Test.PRESENT, List.of()));
                    }
                });
        String names =
                columns.stream()
                        .map(column -> sql.quoted(column.name()))
                        .collect(Collectors.joining(", "));
        String order = rowOrder(columns);
        if (ask.isLimitedInEach()) {
            return firstOfEach(names, order, all);
        }
        return "SELECT %s FROM %s WHERE %s%s%s"
                .formatted(names, table, conditions.all(all), order, rowLimit());
    }

    private String firstOfEach(String names, String order, List<Condition> all) {
        String each = sql.quoted(ask.each().orElseThrow().name());
        String place = "ROW_NUMBER() OVER (PARTITION BY %s%s) AS place".formatted(each, order);
        return "SELECT %s FROM (SELECT %s, %s FROM %s WHERE %s) AS p WHERE place <= %d ORDER BY %s, %s, place LIMIT %d"
                .formatted(
                        names,
                        names,
                        place,
                        table,
                        conditions.all(all),
                        ask.limit(),
                        missingLast(each),
                        each,
                        MOST_ROWS);
    }

    private String rowOrder(List<Column> columns) {
        List<String> parts = new ArrayList<>();
        ask.order()
                .ifPresent(column -> {
                    String name = sql.quoted(column.name());
                    parts.add(missingLast(name));
                    parts.add(name + (ask.descending().orElse(false) ? " DESC" : ""));
                });
        for (Column column : columns) {
            String name = sql.quoted(column.name());
            if (ask.order().filter(column::equals).isEmpty()) {
                parts.add(missingLast(name));
                parts.add(name);
            }
        }
        return " ORDER BY " + String.join(", ", parts);
    }

    private String rowLimit() {
        if (ask.kind() == Ask.Kind.SERIES) {
            return ask.limit() == 0 ? "" : " LIMIT " + ask.limit();
        }
        return " LIMIT " + (ask.limit() == 0 ? MOST_ROWS : Math.min(ask.limit(), MOST_ROWS));
    }

    // Two sides

    private String single(List<Condition> extra) {
        List<Condition> all = new ArrayList<>(ask.conditions());
        all.addAll(extra);
        return groups.single(all);
    }

    private String compare() {
        String sides =
                "SELECT %s AS a, %s AS b"
                        .formatted(single(ask.sides().getFirst()), single(ask.sides().getLast()));
        return "SELECT %s, %s, %s, %s FROM (%s) AS s"
                .formatted(
                        named("a", sideName(0)),
                        named("b", sideName(1)),
                        named("b - a", "difference"),
                        named("100.0 * (b - a) / NULLIF(ABS(a), 0)", "difference in percent"),
                        sides);
    }

    private String sideName(int side) {
        return "%s (%s)"
                .formatted(ask.measures().getFirst().label(), side == 0 ? "first" : "second");
    }

    private String share() {
        String sides =
                "SELECT %s AS a, %s AS b"
                        .formatted(single(ask.sides().getFirst()), single(List.of()));
        return "SELECT %s, %s, %s FROM (%s) AS s"
                .formatted(
                        named("a", "part"),
                        named("b", "whole"),
                        named("100.0 * a / NULLIF(b, 0)", "percent"),
                        sides);
    }
}
