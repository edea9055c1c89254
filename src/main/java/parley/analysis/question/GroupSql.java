package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes groups of rows and what is worked out of them. Deviations, and percentiles where an
/// engine has none of type 7, are written out with window functions, so that all calculate the
/// same.
final class GroupSql {
    private final Ask ask;
    private final EngineSql sql;
    private final String table;
    private final List<Object> parameters;
    private final ConditionSql conditions;

    GroupSql(
            Ask ask,
            EngineSql sql,
            String table,
            List<Object> parameters,
            ConditionSql conditions) {
        this.ask = ask;
        this.sql = sql;
        this.table = table;
        this.parameters = parameters;
        this.conditions = conditions;
    }

    String text() {
        boolean inside = ask.extra() != Ask.Extra.NONE || ask.isLimitedInEach();
        List<String> select = new ArrayList<>(inside ? keyNames() : keyColumns());
        for (int each = 0; each < ask.measures().size(); each++) {
            String label = inside ? "m" + each : ask.measures().get(each).label();
            select.add(named(aggregate(each), label));
        }
        if (ask.extra() == Ask.Extra.RATE) {
            String counted = ask.measures().getFirst().column().isEmpty() ? "1" : "v0";
            select.add("SUM(CASE WHEN p = 1 THEN %s ELSE 0 END) AS p0".formatted(counted));
        }
        String grouped =
                "SELECT %s FROM (%s) AS r%s"
                        .formatted(String.join(", ", select), ranked(ask.conditions()), groupBy());
        if (ask.having().isPresent()) {
            grouped += having(ask.having().get());
        }
        if (ask.extra() != Ask.Extra.NONE) {
            return extra(grouped);
        }
        return ask.isLimitedInEach()
                ? firstOfEach(grouped)
                : grouped + order(ask.measures().isEmpty() ? "" : aggregate(0)) + limit();
    }

    /// The measure of the rows that hold, as one value in parentheses.
    String single(List<Condition> wanted) {
        return "(SELECT %s FROM (%s) AS r)".formatted(aggregate(0), ranked(wanted));
    }

    private String groupBy() {
        return keyNames().isEmpty() ? "" : " GROUP BY " + String.join(", ", keyNames());
    }

    private String named(String expression, String label) {
        return expression + " AS " + sql.quoted(label);
    }

    private List<String> keyNames() {
        return IntStream.range(0, ask.keys().size()).mapToObj(each -> "k" + each).toList();
    }

    /// The keys as they are shown: weekdays by name.
    private List<String> keyColumns() {
        return IntStream.range(0, ask.keys().size())
                .mapToObj(each -> {
                    Key key = ask.keys().get(each);
                    String name = "k" + each;
                    String shown =
                            key.cycle()
                                    .filter(cycle -> cycle.names() > 0)
                                    .map(cycle -> EngineSql.nameOf(cycle, name))
                                    .orElse(name);
                    return named(shown, key.label());
                })
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
            if (aggregate.isRanked() && !sql.hasPercentiles()) {
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
            parts.add(key(ask.keys().get(each)) + " AS k" + each);
        }
        for (int each = 0; each < ask.measures().size(); each++) {
            parts.add(value(ask.measures().get(each)) + " AS v" + each);
        }
        if (ask.extra() == Ask.Extra.RATE) {
            String part = conditions.all(ask.sides().getFirst());
            parts.add("CASE WHEN %s THEN 1 ELSE 0 END AS p".formatted(part));
        }
        List<Condition> all = new ArrayList<>(wanted);
        for (Key key : ask.keys()) {
            if (ask.kind() == Ask.Kind.SERIES || key.cycle().isPresent()) {
                all.add(new Condition(key.column(), Condition.Test.PRESENT, List.of()));
            }
        }
        return "SELECT %s FROM %s WHERE %s"
                .formatted(String.join(", ", parts), table, conditions.all(all));
    }

    private String key(Key key) {
        String name = sql.quoted(key.column().name());
        return key.bucket()
                .map(bucket -> sql.bucket(bucket, name))
                .or(() -> key.cycle().map(cycle -> sql.part(cycle, name)))
                .orElse(name);
    }

    private String value(Measure measure) {
        return measure.column()
                .map(column ->
                        switch (measure.aggregate()) {
                            case MEAN, MEDIAN, DEVIATION, PERCENTILE ->
                                    sql.real(sql.quoted(column.name()));
                            case DAYS -> sql.bucket(Bucket.DAY, sql.quoted(column.name()));
                            case COUNT, DISTINCT, SUM, LEAST, GREATEST, SPREAD ->
                                    sql.quoted(column.name());
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
            case DISTINCT, DAYS -> "COUNT(DISTINCT " + value + ")";
            case SUM -> "SUM(" + value + ")";
            case MEAN -> "AVG(" + value + ")";
            case LEAST -> "MIN(" + value + ")";
            case GREATEST -> "MAX(" + value + ")";
            case SPREAD -> "MAX(%1$s) - MIN(%1$s)".formatted(value);
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
        if (sql.hasPercentiles()) {
            return "QUANTILE_CONT(v%d, %s)".formatted(index, Numbers.plain(part));
        }
        String distance =
                "ABS(r%1$d - 1 - (n%1$d - 1) * %2$s)".formatted(index, Numbers.plain(part));
        return "SUM(CASE WHEN v%1$d IS NOT NULL AND %2$s < 1 THEN v%1$d * (1 - %2$s) END)"
                .formatted(index, distance);
    }

    private String having(Ask.Having having) {
        int index = Math.max(0, ask.measures().indexOf(having.measure()));
        String value = aggregate(having.measure(), index);
        if (having.ofMean()) {
            return " HAVING %s %s %s * %s"
                    .formatted(
                            value, sign(having.test()), Numbers.plain(having.value()), mean(index));
        }
        parameters.add(having.value());
        return " HAVING %s %s ?".formatted(value, sign(having.test()));
    }

    /// What a group is compared with: the mean of all rows for means, of all groups for the rest.
    private String mean(int index) {
        String rows = ranked(ask.conditions());
        if (ask.measures().get(index).aggregate() == Aggregate.MEAN) {
            return "(SELECT AVG(v%d) FROM (%s) AS x)".formatted(index, rows);
        }
        return "(SELECT AVG(g) FROM (SELECT %s AS g FROM (%s) AS x%s) AS y)"
                .formatted(sql.real(aggregate(index)), rows, groupBy());
    }

    private static String sign(Condition.Test test) {
        return switch (test) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case BETWEEN,
                    DURING,
                    NOT_DURING,
                    CONTAINS,
                    NOT_CONTAINS,
                    STARTS,
                    MISSING,
                    PRESENT,
                    ABOVE_MEAN,
                    BELOW_MEAN,
                    WEEKDAY,
                    CHILDLESS ->
                    throw new IllegalStateException("no comparison: " + test);
        };
    }

    private String order(String measure) {
        List<String> parts = new ArrayList<>();
        if (ask.descending().isPresent() && !measure.isEmpty()) {
            parts.add(AskSql.missingLast(measure));
            parts.add(measure + (ask.descending().get() ? " DESC" : ""));
        }
        keyNames()
                .forEach(key -> {
                    parts.add(AskSql.missingLast(key));
                    parts.add(key);
                });
        return parts.isEmpty() ? "" : " ORDER BY " + String.join(", ", parts);
    }

    private String limit() {
        return ask.limit() == 0 ? "" : " LIMIT " + ask.limit();
    }

    /// The groups that come first among those that have the first key in common.
    private String firstOfEach(String grouped) {
        String place = "ROW_NUMBER() OVER (PARTITION BY k0%s) AS place".formatted(order("m0"));
        List<String> select = new ArrayList<>(keyColumns());
        for (int each = 0; each < ask.measures().size(); each++) {
            select.add(named("m" + each, ask.measures().get(each).label()));
        }
        return "SELECT %s FROM (SELECT g.*, %s FROM (%s) AS g) AS p WHERE place <= %d ORDER BY %s, k0, place"
                .formatted(
                        String.join(", ", select),
                        place,
                        grouped,
                        ask.limit(),
                        AskSql.missingLast("k0"));
    }

    private String extra(String grouped) {
        String keys = String.join(", ", keyNames());
        List<String> select = new ArrayList<>(keyColumns());
        select.add(named("m0", ask.measures().getFirst().label()));
        switch (ask.extra()) {
            case SHARE ->
                    select.add(named("100.0 * m0 / NULLIF(SUM(m0) OVER (), 0)", "percent of all"));
            case RATE -> {
                select.add(named("p0", "part"));
                select.add(named("100.0 * p0 / NULLIF(m0, 0)", "percent of each"));
            }
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
                + order(ask.extra() == Ask.Extra.RATE ? "100.0 * p0 / NULLIF(m0, 0)" : "m0")
                + limit();
    }
}
