package parley.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.Observation;
import parley.error.AppException;

/// Rows as points of a chart: a time (or any label) and a number each.
final class ChartPoints {
    /// How times are written by databases, the most precise first.
    private static final List<Function<String, LocalDateTime>> FORMS =
            List.of(
                    text -> LocalDateTime.parse(text.replace(' ', 'T')),
                    text -> LocalDate.parse(text).atStartOfDay(),
                    text -> YearMonth.parse(text).atDay(1).atStartOfDay(),
                    text -> Instant.parse(text).atOffset(ZoneOffset.UTC).toLocalDateTime());

    private ChartPoints() {}

    /// Whether rows are a series of numbers over time: two columns, a time first.
    static boolean isSeries(Rows rows) {
        return rows.columns().size() == 2
                && rows.cells().size() >= 2
                && rows.columns().get(1).type().isNumeric()
                && rows.cells().stream()
                        .limit(50)
                        .allMatch(
                                row -> row.getFirst() != null && time(row.getFirst()).isPresent());
    }

    /// @throws AppException (400) if there is no number in the rows
    static List<Observation> of(Rows rows) {
        int y = valueColumn(rows);
        int x = y == 0 ? rows.columns().size() - 1 : 0;
        List<Observation> points = new ArrayList<>(rows.cells().size());
        for (int i = 0; i < rows.cells().size(); i++) {
            List<@Nullable Object> row = rows.cells().get(i);
            @Nullable Object label = x == y ? Integer.valueOf(i + 1) : row.get(x);
            points.add(observation(label, row.get(y)));
        }
        return points;
    }

    /// A point as it was stored: its label says when it was.
    static Observation stored(String label, double value) {
        return new Observation(label, parsed(label), value);
    }

    static String valueName(Rows rows) {
        return rows.columns().get(valueColumn(rows)).name();
    }

    static String timeName(Rows rows) {
        int y = valueColumn(rows);
        return rows.columns().get(y == 0 ? rows.columns().size() - 1 : 0).name();
    }

    private static Observation observation(@Nullable Object label, @Nullable Object value) {
        double number = value instanceof Number known ? known.doubleValue() : Double.NaN;
        return label == null
                ? new Observation("", Optional.empty(), number)
                : new Observation(label(label), time(label), number);
    }

    /// Times at midnight are days.
    private static String label(Object cell) {
        String text = Cells.text(cell);
        return text.endsWith("T00:00") ? text.substring(0, text.length() - 6) : text;
    }

    /// The time that a cell says.
    static Optional<LocalDateTime> time(Object cell) {
        return switch (cell) {
            case LocalDate date -> Optional.of(date.atStartOfDay());
            case LocalDateTime time -> Optional.of(time);
            case Instant instant -> Optional.of(instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
            case String text -> parsed(text);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDateTime> parsed(String text) {
        return FORMS.stream().flatMap(form -> parsed(text, form).stream()).findFirst();
    }

    private static Optional<LocalDateTime> parsed(
            String text, Function<String, LocalDateTime> form) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The last column of numbers.
    private static int valueColumn(Rows rows) {
        List<Column> columns = rows.columns();
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i).type().isNumeric()) {
                return i;
            }
        }
        throw AppException.invalid(
                "sql", "The rows hold no numbers to chart: select a time and a number.");
    }
}
