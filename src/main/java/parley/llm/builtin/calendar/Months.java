package parley.llm.builtin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names of months and weekdays in English, and whole dates written out.
final class Months {
    static final String NAMES =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final List<Month> ALL = List.of(Month.values());

    private Months() {}

    /// `Saturday, 21 November 2026`.
    static String written(LocalDate date) {
        return name(date.getDayOfWeek()) + ", " + withoutWeekday(date);
    }

    /// `21 November 2026`.
    static String withoutWeekday(LocalDate date) {
        return "%d %s %d".formatted(date.getDayOfMonth(), name(date.getMonth()), date.getYear());
    }

    static String name(DayOfWeek day) {
        return capitalised(day.name());
    }

    static String name(Month month) {
        return capitalised(month.name());
    }

    /// The weekday whose English name or a short form of it this is.
    static Optional<DayOfWeek> weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        word.length() >= 3 && day.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// The month whose English name or a short form of it this is.
    static Month month(String word) {
        String start = word.substring(0, 3).toUpperCase(Locale.ROOT);
        return ALL.stream()
                .filter(month -> month.name().startsWith(start))
                .findFirst()
                .orElse(Month.JANUARY);
    }

    /// @throws NoSuchDateException if there is no such day
    static LocalDate date(int year, int month, int day) {
        if (year < 1 || year > 9999) {
            throw new NoSuchDateException(
                    "I know the years from 1 to 9999, not %d.".formatted(year));
        }
        if (month < 1 || month > 12) {
            throw new NoSuchDateException("There is no month %d; a year has 12.".formatted(month));
        }
        int length = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > length) {
            throw new NoSuchDateException(
                    "There is no %d %s %d: that month has %d days."
                            .formatted(day, name(Month.of(month)), year, length));
        }
        return LocalDate.of(year, month, day);
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
