package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Writes the questions that are about a table or its columns as a whole.
final class StatisticsSql {
    private final Ask ask;
    private final EngineSql sql;
    private final String table;
    private final List<Object> parameters;
    private final ConditionSql conditions;

    StatisticsSql(
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
        return switch (ask.kind()) {
            case CORRELATION -> correlation();
            case MISSING -> missing();
            case OUTLIERS -> outliers();
            case DUPLICATES -> duplicates();
            case DESCRIBE -> describe();
            case AGGREGATE, ROWS, COMPARE, SHARE, SERIES ->
                    throw new IllegalStateException("not about columns: " + ask.kind());
        };
    }

    private String correlation() {
        String x = name(ask.columns().getFirst());
        String y = name(ask.columns().getLast());
        return """
        SELECT SUM(dx * dy) / NULLIF(SQRT(SUM(dx * dx)) * SQRT(SUM(dy * dy)), 0) AS %s, \
        COUNT(*) AS %s FROM (\
        SELECT x - AVG(x) OVER () AS dx, y - AVG(y) OVER () AS dy FROM (\
        SELECT %s AS x, %s AS y FROM %s WHERE %s AND %s IS NOT NULL AND %s IS NOT NULL) AS b) AS c\
        """
                .formatted(
                        sql.quoted("correlation"),
                        sql.quoted("rows"),
                        sql.real(x),
                        sql.real(y),
                        table,
                        where(),
                        x,
                        y);
    }

    private String missing() {
        List<String> parts = new ArrayList<>();
        for (Column column : ask.columns()) {
            parameters.add(column.name());
            parts.add(
                    """
                    SELECT %d AS place, %s AS name, COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS gone, \
                    COUNT(*) AS n FROM %s WHERE %s\
                    """
                            .formatted(
                                    parts.size(),
                                    sql.text("?"),
                                    conditions.missing(column),
                                    table,
                                    where()));
        }
        return "SELECT name AS %s, gone AS %s, n AS %s FROM (%s) AS m ORDER BY gone DESC, place"
                .formatted(
                        sql.quoted("column"),
                        sql.quoted("missing"),
                        sql.quoted("rows"),
                        String.join(" UNION ALL ", parts));
    }

    /// Tukey's fences: beyond the quartiles by more than 1.5 times their distance. Quartiles are of
    /// type 7.
    private String outliers() {
        String name = name(ask.columns().getFirst());
        String quartile =
                "SUM(CASE WHEN ABS(r - 1 - (n - 1) * %1$s) < 1 THEN v * (1 - ABS(r - 1 - (n - 1) * %1$s)) END) OVER ()";
        return """
        SELECT COALESCE(SUM(CASE WHEN v < q1 - 1.5 * (q3 - q1) OR v > q3 + 1.5 * (q3 - q1) THEN 1 ELSE 0 END), 0) AS %s, \
        COUNT(*) AS %s, MIN(q1 - 1.5 * (q3 - q1)) AS %s, MIN(q3 + 1.5 * (q3 - q1)) AS %s FROM (\
        SELECT v, %s AS q1, %s AS q3 FROM (\
        SELECT v, ROW_NUMBER() OVER (ORDER BY v) AS r, COUNT(*) OVER () AS n FROM (\
        SELECT %s AS v FROM %s WHERE %s AND %s IS NOT NULL) AS b) AS o) AS q\
        """
                .formatted(
                        sql.quoted("outliers"),
                        sql.quoted("rows"),
                        sql.quoted("lower fence"),
                        sql.quoted("upper fence"),
                        quartile.formatted("0.25"),
                        quartile.formatted("0.75"),
                        sql.real(name),
                        table,
                        where(),
                        name);
    }

    private String duplicates() {
        String columns = ask.columns().stream().map(this::name).collect(Collectors.joining(", "));
        return """
        SELECT COUNT(*) AS %s, COALESCE(SUM(n - 1), 0) AS %s FROM (\
        SELECT COUNT(*) AS n FROM %s WHERE %s GROUP BY %s HAVING COUNT(*) > 1) AS d\
        """
                .formatted(
                        sql.quoted("repeated"),
                        sql.quoted("surplus rows"),
                        table,
                        where(),
                        columns);
    }

    private String describe() {
        List<String> parts = new ArrayList<>();
        for (Column column : ask.columns()) {
            parameters.add(column.name());
            String name = name(column);
            boolean number = column.type().isNumeric();
            String real = number ? sql.real(name) : "";
            String none = sql.real("NULL");
            parts.add(
                    """
                    SELECT %d AS place, %s AS name, COUNT(*) AS n, \
                    COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS gone, COUNT(DISTINCT %s) AS kinds, \
                    %s AS low, %s AS middle, %s AS high FROM %s WHERE %s\
                    """
                            .formatted(
                                    parts.size(),
                                    sql.text("?"),
                                    conditions.missing(column),
                                    column.type() == ColumnType.OTHER ? sql.text(name) : name,
                                    number ? "MIN(" + real + ")" : none,
                                    number ? "AVG(" + real + ")" : none,
                                    number ? "MAX(" + real + ")" : none,
                                    table,
                                    where()));
        }
        return """
        SELECT name AS %s, n AS %s, gone AS %s, kinds AS %s, low AS %s, middle AS %s, high AS %s \
        FROM (%s) AS d ORDER BY place\
        """
                .formatted(
                        sql.quoted("column"),
                        sql.quoted("rows"),
                        sql.quoted("missing"),
                        sql.quoted("different values"),
                        sql.quoted("minimum"),
                        sql.quoted("mean"),
                        sql.quoted("maximum"),
                        String.join(" UNION ALL ", parts));
    }

    private String where() {
        return conditions.all(ask.conditions());
    }

    private String name(Column column) {
        return sql.quoted(column.name());
    }
}
