package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds dates in a line: `2024-02-29`, `29.2.2024`, `29 February 2024`, `Feb 29, 2024`,
/// `tomorrow`, `Christmas`. Of `3/4/2024` the day is taken to come first, unless it cannot.
public final class DateReader {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern YEAR_LAST =
            Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ("
                            + Months.NAMES
                            + ")\\b\\.?(?:,? (\\d{4})\\b)?");
    private static final Pattern MONTH_DAY =
            Pattern.compile(
                    "\\b("
                            + Months.NAMES
                            + ")\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?");
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(day after tomorrow|day before yesterday|today|now|tomorrow|yesterday"
                            + "|christmas eve|christmas(?: day)?|new year's eve|new"
                            + " year(?:'s)?(?: day)?"
                            + "|halloween|valentine's day|easter(?: sunday)?)\\b(?:,?"
                            + " (\\d{4})\\b)?");
    private static final Map<String, UnaryOperator<LocalDate>> RELATIVE =
            Map.of(
                    "today", day -> day,
                    "now", day -> day,
                    "tomorrow", day -> day.plusDays(1),
                    "yesterday", day -> day.minusDays(1),
                    "day after tomorrow", day -> day.plusDays(2),
                    "day before yesterday", day -> day.minusDays(2));

    private final LocalDate today;

    public DateReader(LocalDate today) {
        this.today = today;
    }

    /// The dates in order.
    ///
    /// @param line in lower case
    /// @throws NoSuchDateException if one of them does not exist
    public List<WrittenDate> find(String line) {
        List<WrittenDate> found = new ArrayList<>();
        collect(YEAR_FIRST, line, found, this::yearFirst);
        collect(YEAR_LAST, line, found, this::yearLast);
        collect(DAY_MONTH, line, found, match -> named(match, 2, 1));
        collect(MONTH_DAY, line, found, match -> named(match, 1, 2));
        collect(NAMED, line, found, this::called);
        found.sort(Comparator.comparingInt(WrittenDate::start));
        return found;
    }

    /// The first date in the line.
    Optional<WrittenDate> first(String line) {
        return find(line).stream().findFirst();
    }

    private interface Meaning {
        WrittenDate of(Matcher match);
    }

    private static void collect(
            Pattern pattern, String line, List<WrittenDate> found, Meaning meaning) {
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            boolean taken =
                    found.stream().anyMatch(other -> start < other.end() && end > other.start());
            if (!taken) {
                found.add(meaning.of(matcher));
            }
        }
    }

    private WrittenDate yearFirst(Matcher match) {
        LocalDate date = Months.date(number(match, 1), number(match, 2), number(match, 3));
        return new WrittenDate(date, false, match.start(), match.end());
    }

    private WrittenDate yearLast(Matcher match) {
        int first = number(match, 1);
        int second = number(match, 3);
        boolean monthFirst = second > 12 && first <= 12 && !match.group(2).equals(".");
        LocalDate date =
                Months.date(
                        number(match, 4), monthFirst ? first : second, monthFirst ? second : first);
        return new WrittenDate(date, false, match.start(), match.end());
    }

    private WrittenDate named(Matcher match, int monthGroup, int dayGroup) {
        boolean yearGiven = match.group(3) != null;
        int year = yearGiven ? number(match, 3) : today.getYear();
        Month month = Months.month(match.group(monthGroup));
        LocalDate date = Months.date(year, month.getValue(), number(match, dayGroup));
        return new WrittenDate(date, !yearGiven, match.start(), match.end());
    }

    private WrittenDate called(Matcher match) {
        UnaryOperator<LocalDate> relative = RELATIVE.get(match.group(1));
        if (relative != null) {
            return new WrittenDate(relative.apply(today), false, match.start(1), match.end(1));
        }
        boolean yearGiven = match.group(2) != null;
        LocalDate date = feast(match.group(1), yearGiven ? number(match, 2) : today.getYear());
        return new WrittenDate(date, !yearGiven, match.start(), match.end());
    }

    private static LocalDate feast(String name, int year) {
        if (name.startsWith("christmas")) {
            return Months.date(year, 12, name.endsWith("eve") ? 24 : 25);
        }
        if (name.startsWith("new year")) {
            return name.endsWith("eve") ? Months.date(year, 12, 31) : Months.date(year, 1, 1);
        }
        if (name.startsWith("easter")) {
            return Easter.of(year);
        }
        return name.equals("halloween") ? Months.date(year, 10, 31) : Months.date(year, 2, 14);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
