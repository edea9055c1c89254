package parley.analysis.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Engine;

/// Writes conditions, and keeps the values that belong to their question marks.
final class ConditionSql {
    private final EngineSql sql;
    private final String table;
    private final List<Object> parameters;

    ConditionSql(EngineSql sql, String table, List<Object> parameters) {
        this.sql = sql;
        this.table = table;
        this.parameters = parameters;
    }

    /// All of them, or what is always true.
    String all(List<Condition> conditions) {
        return conditions.isEmpty()
                ? "1 = 1"
                : String.join(
                        " AND ", conditions.stream().map(each -> one(each, conditions)).toList());
    }

    private String one(Condition condition, List<Condition> all) {
        String name = sql.quoted(condition.column().name());
        return switch (condition.test()) {
            case EQUAL -> name + " IN (" + values(condition) + ")";
            case NOT_EQUAL ->
                    "(%s NOT IN (%s) OR %s IS NULL)".formatted(name, values(condition), name);
            case LESS -> name + " < " + values(condition);
            case AT_MOST -> name + " <= " + values(condition);
            case MORE -> name + " > " + values(condition);
            case AT_LEAST -> name + " >= " + values(condition);
            case BETWEEN -> {
                List<String> ends = condition.values();
                yield name
                        + " BETWEEN "
                        + value(condition.column(), ends.getFirst())
                        + " AND "
                        + value(condition.column(), ends.getLast());
            }
            case DURING -> during(condition, name);
            case NOT_DURING -> "(NOT (%s) OR %s IS NULL)".formatted(during(condition, name), name);
            case CONTAINS -> like(name, "%", condition);
            case NOT_CONTAINS ->
                    "(NOT (%s) OR %s IS NULL)".formatted(like(name, "%", condition), name);
            case STARTS -> like(name, "", condition);
            case MISSING -> missing(condition.column());
            case PRESENT -> "NOT (" + missing(condition.column()) + ")";
            case ABOVE_MEAN -> name + " > " + mean(condition, all);
            case BELOW_MEAN -> name + " < " + mean(condition, all);
            case WEEKDAY ->
                    "%s IN (%s)".formatted(sql.part(Cycle.WEEKDAY, name), days(condition.values()));
            case CHILDLESS -> childless(name, condition.values());
        };
    }

    private String mean(Condition condition, List<Condition> all) {
        List<Condition> others =
                all.stream()
                        .filter(each ->
                                each.test() != Condition.Test.ABOVE_MEAN
                                        && each.test() != Condition.Test.BELOW_MEAN)
                        .toList();
        return "%s * (SELECT AVG(%s) FROM %s WHERE %s)"
                .formatted(
                        Numbers.plain(Double.parseDouble(condition.values().getFirst())),
                        sql.real(sql.quoted(condition.column().name())),
                        table,
                        all(others));
    }

    private static String days(List<String> numbers) {
        return numbers.stream()
                .map(Integer::valueOf)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private String childless(String key, List<String> child) {
        String schema = child.getFirst().isEmpty() ? "" : sql.quoted(child.getFirst()) + ".";
        return "%1$s NOT IN (SELECT %2$s FROM %3$s%4$s WHERE %2$s IS NOT NULL)"
                .formatted(key, sql.quoted(child.getLast()), schema, sql.quoted(child.get(1)));
    }

    /// An empty text is as missing as none.
    String missing(Column column) {
        String name = sql.quoted(column.name());
        return column.type() == ColumnType.TEXT
                ? "(%s IS NULL OR TRIM(%s) = '')".formatted(name, name)
                : name + " IS NULL";
    }

    private String during(Condition condition, String name) {
        List<String> parts = new ArrayList<>();
        if (!condition.values().getFirst().isEmpty()) {
            parts.add(name + " >= " + value(condition.column(), condition.values().getFirst()));
        }
        if (!condition.values().getLast().isEmpty()) {
            parts.add(name + " < " + value(condition.column(), condition.values().getLast()));
        }
        return String.join(" AND ", parts);
    }

    private String like(String name, String before, Condition condition) {
        String text = condition.values().getFirst().toLowerCase(Locale.ROOT);
        String safe = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        parameters.add(before + safe + "%");
        return "LOWER(%s) LIKE ? ESCAPE '!'".formatted(name);
    }

    private String values(Condition condition) {
        condition.values().forEach(each -> value(condition.column(), each));
        return String.join(", ", Collections.nCopies(condition.values().size(), "?"));
    }

    private String value(Column column, String text) {
        parameters.add(
                switch (column.type()) {
                    case INTEGER, DECIMAL -> number(text);
                    case BOOLEAN -> Boolean.valueOf(text);
                    // SQLite keeps dates as texts.
                    case DATE, TIMESTAMP ->
                            sql.engine() == Engine.SQLITE ? text : LocalDate.parse(text);
                    case TEXT, TIME, OTHER -> text;
                });
        return "?";
    }

    static Object number(String text) {
        BigDecimal exact = new BigDecimal(text);
        Optional<Long> whole =
                exact.stripTrailingZeros().scale() <= 0 && exact.precision() < 18
                        ? Optional.of(exact.longValueExact())
                        : Optional.empty();
        return whole.<Object>map(each -> each).orElse(exact.doubleValue());
    }
}
