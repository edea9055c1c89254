package parley.cli.xmr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads cells as numbers and times.
final class Cells {
    private static final Pattern POINT =
            Pattern.compile("[-+]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[-+]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+");

    /// Times as they are written, the likelier reading first: where day and month cannot be told
    /// apart for a whole column, the month comes first after a slash and the day before a point.
    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    form("uuuu-M-d[['T'][ ]H:m[:s][.SSSSSS][.SSS]][X]"),
                    form("uuuu/M/d[ H:m[:s]]"),
                    form("M/d/uuuu[ H:m[:s]]"),
                    form("d/M/uuuu[ H:m[:s]]"),
                    form("d.M.uuuu[ H:m[:s]]"),
                    form("d-M-uuuu[ H:m[:s]]"),
                    form("MMM d, uuuu"),
                    form("d MMM uuuu"),
                    form("d-MMM-uuuu"),
                    form("MMMM d, uuuu"),
                    form("uuuuMMdd"),
                    form("uuuu-M"),
                    form("MMM uuuu"),
                    form("uuuu"));

    private Cells() {}

    /// NaN where there is no number.
    static double number(String cell) {
        String text =
                cell.replace("\u00a0", "")
                        .replaceFirst("^[$€£]\\s*", "")
                        .replaceFirst("\\s*%$", "");
        if (COMMA.matcher(text).matches()) {
            return Double.parseDouble(text.replace(".", "").replace(',', '.'));
        }
        boolean number = !text.isEmpty() && POINT.matcher(text).matches();
        return number ? parsed(text.replace(",", "")) : Double.NaN;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// The times of a column, all read in the same form; empty where no form fits each cell that is
    /// not empty.
    static Optional<List<Optional<LocalDateTime>>> times(List<String> column) {
        return FORMS.stream()
                .map(form -> times(column, form))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<Optional<LocalDateTime>>> times(
            List<String> column, DateTimeFormatter form) {
        List<Optional<LocalDateTime>> times = new ArrayList<>(column.size());
        int found = 0;
        for (String cell : column) {
            Optional<LocalDateTime> time = time(cell, form);
            if (time.isEmpty() && !cell.isBlank()) {
                return Optional.empty();
            }
            found += time.isPresent() ? 1 : 0;
            times.add(time);
        }
        return found == 0 ? Optional.empty() : Optional.of(times);
    }

    /// A date or time as ISO 8601 writes it.
    static Optional<LocalDateTime> time(String iso) {
        return time(iso, FORMS.getFirst());
    }

    private static Optional<LocalDateTime> time(String cell, DateTimeFormatter form) {
        try {
            TemporalAccessor found = form.parse(cell);
            LocalDate date = found.query(TemporalQueries.localDate());
            LocalTime time = found.query(TemporalQueries.localTime());
            return Optional.ofNullable(date)
                    .map(day -> day.atTime(time == null ? LocalTime.MIDNIGHT : time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        var form = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (!pattern.contains("d")) {
            form.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (!pattern.contains("M")) {
            form.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        return form.toFormatter(Locale.ENGLISH);
    }
}
