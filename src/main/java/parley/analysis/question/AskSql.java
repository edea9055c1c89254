package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;

/// Writes what is asked as SQL. Median, percentile, deviation and correlation are written out with
/// window functions, so that every engine calculates the same.
final class AskSql {
    private static final int MOST_ROWS = 1000;

    private final Ask ask;
    private final EngineSql sql;
    private final List<Object> parameters = new ArrayList<>();
    private final ConditionSql conditions;

    private AskSql(Ask ask, Engine engine) {
        this.ask = ask;
        this.sql = new EngineSql(engine);
        this.conditions = new ConditionSql(sql, parameters);
    }

    static Query of(Ask ask, Engine engine) {
        AskSql writer = new AskSql(ask, engine);
        String text = writer.text();
        return new Query(text, writer.parameters);
    }

    private String text() {
        return switch (ask.kind()) {
            case AGGREGATE -> groups();
            case SERIES -> ask.measures().isEmpty() ? rows() : groups();
            case ROWS -> rows();
            case COMPARE -> compare();
            case SHARE -> share();
            case CORRELATION, MISSING, OUTLIERS, DUPLICATES, DESCRIBE ->
                    new StatisticsSql(ask, sql, table(), parameters, conditions).text();
        };
    }

    private String table() {
        String name = sql.quoted(ask.source().name());
        return ask.source().schema().map(each -> sql.quoted(each) + "." + name).orElse(name);
    }

    private String named(String expression, String label) {
        return expression + " AS " + sql.quoted(label);
    }

    // Groups

    private String groups() {
        List<String> select = new ArrayList<>(keyColumns());
        select.addAll(
                IntStream.range(0, ask.measures().size())
                        .mapToObj(each ->
                                named(
                                        aggregate(each),
                                        ask.extra() == Ask.Extra.NONE
                                                ? ask.measures().get(each).label()
                                                : "m" + each))
                        .toList());
        String from = ranked(ask.conditions());
        String group = keyNames().isEmpty() ? "" : " GROUP BY " + String.join(", ", keyNames());
        String grouped =
                "SELECT "
                        + String.join(", ", select)
                        + " FROM ("
                        + from
                        + ") AS r"
                        + group
                        + having();
        if (ask.extra() != Ask.Extra.NONE) {
            return extra(grouped);
        }
        return grouped + order(aggregateOrNothing()) + limit();
    }

    private String aggregateOrNothing() {
        return ask.measures().isEmpty() ? "" : aggregate(0);
    }

    private List<String> keyNames() {
        return IntStream.range(0, ask.keys().size()).mapToObj(each -> "k" + each).toList();
    }

    private List<String> keyColumns() {
        return IntStream.range(0, ask.keys().size())
                .mapToObj(each ->
                        ask.extra() == Ask.Extra.NONE
                                ? named("k" + each, ask.keys().get(each).label())
                                : "k" + each)
                .toList();
    }

    /// The rows that hold, with keys `k…`, values `v…`, and what the aggregates need beside.
    private String ranked(List<Condition> wanted) {
        String base = base(wanted);
        List<String> more = new ArrayList<>();
        String partition =
                ask.keys().isEmpty() ? "" : "PARTITION BY " + String.join(", ", keyNames()) + " ";
        for (int each = 0; each < ask.measures().size(); each++) {
            Aggregate aggregate = ask.measures().get(each).aggregate();
            if (aggregate.isRanked()) {
                more.add(
                        "ROW_NUMBER() OVER (%sORDER BY CASE WHEN v%d IS NULL THEN 1 ELSE 0 END, v%d) AS r%d"
                                .formatted(partition, each, each, each));
                more.add("COUNT(v%d) OVER (%s) AS n%d".formatted(each, partition.strip(), each));
            }
            if (aggregate == Aggregate.DEVIATION) {
                more.add("AVG(v%d) OVER (%s) AS a%d".formatted(each, partition.strip(), each));
            }
        }
        return more.isEmpty()
                ? base
                : "SELECT b.*, " + String.join(", ", more) + " FROM (" + base + ") AS b";
    }

    private String base(List<Condition> wanted) {
        List<String> parts = new ArrayList<>();
        for (int each = 0; each < ask.keys().size(); each++) {
            Key key = ask.keys().get(each);
            String name = sql.quoted(key.column().name());
            String expression = key.bucket().map(bucket -> sql.bucket(bucket, name)).orElse(name);
            parts.add(expression + " AS k" + each);
        }
        for (int each = 0; each < ask.measures().size(); each++) {
            parts.add(value(ask.measures().get(each)) + " AS v" + each);
        }
        List<Condition> all = new ArrayList<>(wanted);
        if (ask.kind() == Ask.Kind.SERIES) {
            ask.keys()
                    .forEach(key ->
                            all.add(
                                    new Condition(
                                            key.column(), Condition.Test.PRESENT, List.of())));
        }
        return "SELECT %s FROM %s WHERE %s"
                .formatted(String.join(", ", parts), table(), conditions.all(all));
    }

    private String value(Measure measure) {
        return measure.column()
                .map(column ->
                        switch (measure.aggregate()) {
                            case MEAN, MEDIAN, DEVIATION, PERCENTILE ->
                                    sql.real(sql.quoted(column.name()));
                            case COUNT, DISTINCT, SUM, LEAST, GREATEST -> sql.quoted(column.name());
                        })
                .orElse("1");
    }

    private String aggregate(int index) {
        return aggregate(ask.measures().get(index), index);
    }

    private String aggregate(Measure measure, int index) {
        String value = "v" + index;
        return switch (measure.aggregate()) {
            case COUNT -> measure.column().isEmpty() ? "COUNT(*)" : "COUNT(" + value + ")";
            case DISTINCT -> "COUNT(DISTINCT " + value + ")";
            case SUM -> "SUM(" + value + ")";
            case MEAN -> "AVG(" + value + ")";
            case LEAST -> "MIN(" + value + ")";
            case GREATEST -> "MAX(" + value + ")";
            case MEDIAN -> percentile(index, 0.5);
            case PERCENTILE -> percentile(index, measure.percent() / 100);
            case DEVIATION ->
                    "SQRT(SUM((v%1$d - a%1$d) * (v%1$d - a%1$d)) / NULLIF(COUNT(v%1$d) - 1, 0))"
                            .formatted(index);
        };
    }

    /// Type 7: the value at (n − 1) p, counted from 0, between its two neighbours weighted by how
    /// near they are.
    private String percentile(int index, double part) {
        String distance =
                "ABS(r%1$d - 1 - (n%1$d - 1) * %2$s)".formatted(index, Numbers.plain(part));
        return "SUM(CASE WHEN v%1$d IS NOT NULL AND %2$s < 1 THEN v%1$d * (1 - %2$s) END)"
                .formatted(index, distance);
    }

    private String having() {
        return ask.having()
                .map(having -> {
                    int index = Math.max(0, ask.measures().indexOf(having.measure()));
                    parameters.add(having.value());
                    return " HAVING %s %s ?"
                            .formatted(aggregate(having.measure(), index), sign(having.test()));
                })
                .orElse("");
    }

    private static String sign(Condition.Test test) {
        return switch (test) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case BETWEEN, DURING, NOT_DURING, CONTAINS, NOT_CONTAINS, STARTS, MISSING, PRESENT ->
                    throw new IllegalStateException("no comparison: " + test);
        };
    }

    private String order(String measure) {
        List<String> parts = new ArrayList<>();
        if (ask.descending().isPresent() && !measure.isEmpty()) {
            parts.add(missingLast(measure));
            parts.add(measure + (ask.descending().get() ? " DESC" : ""));
        }
        keyNames()
                .forEach(key -> {
                    parts.add(missingLast(key));
                    parts.add(key);
                });
        return parts.isEmpty() ? "" : " ORDER BY " + String.join(", ", parts);
    }

    static String missingLast(String expression) {
        return "CASE WHEN %s IS NULL THEN 1 ELSE 0 END".formatted(expression);
    }

    private String limit() {
        return ask.limit() == 0 ? "" : " LIMIT " + ask.limit();
    }

    private String extra(String grouped) {
        String label = ask.measures().getFirst().label();
        String keys = String.join(", ", keyNames());
        List<String> select = new ArrayList<>();
        for (int each = 0; each < ask.keys().size(); each++) {
            select.add(named("k" + each, ask.keys().get(each).label()));
        }
        select.add(named("m0", label));
        switch (ask.extra()) {
            case SHARE ->
                    select.add(named("100.0 * m0 / NULLIF(SUM(m0) OVER (), 0)", "percent of all"));
            case CHANGE -> {
                String before = "LAG(m0) OVER (ORDER BY %s)".formatted(keys);
                select.add(named("m0 - " + before, "change"));
                select.add(
                        named(
                                "100.0 * (m0 - %1$s) / NULLIF(ABS(%1$s), 0)".formatted(before),
                                "change in percent"));
            }
            case RUNNING ->
                    select.add(
                            named(
                                    "SUM(m0) OVER (ORDER BY %s ROWS UNBOUNDED PRECEDING)"
                                            .formatted(keys),
                                    "running total"));
            case NONE -> {}
        }
        return "SELECT %s FROM (%s) AS g".formatted(String.join(", ", select), grouped)
                + order("m0")
                + limit();
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
        String select =
                columns.stream()
                        .map(column -> sql.quoted(column.name()))
                        .collect(Collectors.joining(", "));
        String from = "SELECT " + select + " FROM " + table() + " WHERE " + conditions.all(all);
        return from + rowOrder(columns) + rowLimit();
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
            if (!ask.order().equals(Optional.of(column))) {
                parts.add(missingLast(name));
                parts.add(name);
            }
        }
        return " ORDER BY " + String.join(", ", parts);
    }

    private String rowLimit() {
        if (ask.kind() == Ask.Kind.SERIES) {
            return limit();
        }
        return " LIMIT " + (ask.limit() == 0 ? MOST_ROWS : Math.min(ask.limit(), MOST_ROWS));
    }

    // Two sides

    private String single(List<Condition> extra) {
        List<Condition> all = new ArrayList<>(ask.conditions());
        all.addAll(extra);
        return "(SELECT %s FROM (%s) AS r)".formatted(aggregate(0), ranked(all));
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
