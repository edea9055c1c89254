package parley.analysis.sql.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Rows;

/// What values in SQLite are. Any cell of a column can hold anything, so a type is given only where
/// all cells that were seen are of it.
final class SqliteTypes {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final int SHOWN_BYTES = 64;

    private SqliteTypes() {}

    /// What a declared type says, by SQLite's own rules (its manual, "Datatypes", 3.1), and by the
    /// names people use for dates and booleans.
    static Optional<ColumnType> declared(@Nullable String type) {
        String name = type == null ? "" : type.toUpperCase(Locale.ROOT);
        if (name.contains("BOOL")) {
            return Optional.of(ColumnType.BOOLEAN);
        }
        if (name.contains("INT")) {
            return Optional.of(ColumnType.INTEGER);
        }
        if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return Optional.of(ColumnType.TEXT);
        }
        if (name.contains("REAL")
                || name.contains("FLOA")
                || name.contains("DOUB")
                || name.contains("DEC")
                || name.contains("NUM")) {
            return Optional.of(ColumnType.DECIMAL);
        }
        if (name.contains("DATETIME") || name.contains("TIMESTAMP")) {
            return Optional.of(ColumnType.TIMESTAMP);
        }
        return name.contains("DATE") ? Optional.of(ColumnType.DATE) : Optional.empty();
    }

    /// The type of a column, by what is declared and by values of it.
    static ColumnType of(@Nullable String type, List<?> values) {
        Optional<ColumnType> declared = declared(type);
        if (values.isEmpty()) {
            return declared.orElse(ColumnType.TEXT);
        }
        if (declared.equals(Optional.of(ColumnType.BOOLEAN))
                && values.stream().allMatch(SqliteTypes::isFlag)) {
            return ColumnType.BOOLEAN;
        }
        if (all(values, each -> each instanceof Integer || each instanceof Long)) {
            return declared.equals(Optional.of(ColumnType.DECIMAL))
                    ? ColumnType.DECIMAL
                    : ColumnType.INTEGER;
        }
        if (all(values, Number.class::isInstance)) {
            return ColumnType.DECIMAL;
        }
        if (all(values, each -> isDate(each.toString()))) {
            return ColumnType.DATE;
        }
        if (all(values, each -> isTime(each.toString()))) {
            return ColumnType.TIMESTAMP;
        }
        return all(values, String.class::isInstance) ? ColumnType.TEXT : ColumnType.OTHER;
    }

    /// Rows with the types that all their cells agree on.
    static Rows typed(Rows rows) {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < rows.columns().size(); index++) {
            int at = index;
            Column column = rows.columns().get(index);
            List<Object> values = new ArrayList<>();
            for (List<@Nullable Object> row : rows.cells()) {
                Object value = row.get(at);
                if (value != null) {
                    values.add(value);
                }
            }
            columns.add(new Column(column.name(), of(nameOf(column.type()), values)));
        }
        List<List<@Nullable Object>> cells = new ArrayList<>(rows.cells().size());
        for (List<@Nullable Object> row : rows.cells()) {
            cells.add(converted(row, columns));
        }
        return new Rows(
                List.copyOf(columns),
                Collections.unmodifiableList(cells),
                rows.truncated(),
                rows.took());
    }

    static String shown(byte[] bytes) {
        int length = Math.min(bytes.length, SHOWN_BYTES);
        return "x'%s%s'"
                .formatted(
                        HexFormat.of().formatHex(bytes, 0, length),
                        bytes.length > length ? "…" : "");
    }

    private static List<@Nullable Object> converted(
            List<@Nullable Object> row, List<Column> columns) {
        List<@Nullable Object> cells = new ArrayList<>(row.size());
        for (int index = 0; index < row.size(); index++) {
            Object value = row.get(index);
            cells.add(value == null ? null : converted(value, columns.get(index).type()));
        }
        return Collections.unmodifiableList(cells);
    }

    private static Object converted(Object value, ColumnType type) {
        return switch (type) {
            case INTEGER -> ((Number) value).longValue();
            case DECIMAL -> ((Number) value).doubleValue();
            case BOOLEAN -> ((Number) value).longValue() == 1;
            case DATE -> LocalDate.parse(value.toString());
            case TIMESTAMP -> LocalDateTime.parse(value.toString().replace(' ', 'T'));
            case TEXT, TIME, OTHER -> value.toString();
        };
    }

    private static boolean all(List<?> values, Predicate<Object> test) {
        return values.stream().allMatch(test);
    }

    private static boolean isFlag(Object value) {
        return value instanceof Number number
                && number.doubleValue() == number.longValue()
                && (number.longValue() == 0 || number.longValue() == 1);
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text).matches() && parses(() -> LocalDate.parse(text));
    }

    private static boolean isTime(String text) {
        return TIME.matcher(text).matches()
                && parses(() -> LocalDateTime.parse(text.replace(' ', 'T')));
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String nameOf(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> "BOOLEAN";
            case DECIMAL -> "DECIMAL";
            case INTEGER -> "INTEGER";
            case TEXT, DATE, TIMESTAMP, TIME, OTHER -> "TEXT";
        };
    }
}
