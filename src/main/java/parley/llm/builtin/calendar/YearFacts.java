package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leap years, weeks of the year, lengths of months and years.
final class YearFacts {
    private static final Pattern LEAP =
            Pattern.compile(
                    "(?:is|was|will) (?:the year |it |this year )?(\\d{1,4}|this"
                            + " year)?.{0,12}leap year.{0,20}");
    private static final Pattern NEXT_LEAP =
            Pattern.compile("(?:when is |what is |which is )?the next leap year.{0,20}");
    private static final Pattern WEEK =
            Pattern.compile(
                    ".{0,40}\\b(?:iso week|week number|calendar week|week of the year|what week"
                            + "|which week)\\b.{0,60}");
    private static final Pattern MONTH_LENGTH =
            Pattern.compile(
                    "how many days (?:are (?:there )?in|does|has|in|there are in) ("
                            + Months.NAMES
                            + "|this month)(?:,? (\\d{4}))?(?: have)?");
    private static final Pattern YEAR_LENGTH =
            Pattern.compile(
                    "how many days (?:are (?:there )?in|does|has|in) (?:the year )?(\\d{4})(?:"
                            + " have)?");
    private static final Pattern DAY_OF_YEAR =
            Pattern.compile("(?:what|which) day of the year (?:is|was|will be) .{1,40}");

    private YearFacts() {}

    static Optional<String> answer(String line, DateReader reader, LocalDate today) {
        return leap(line, today)
                .or(() -> length(line, today))
                .or(() -> week(line, reader, today))
                .or(() -> dayOfYear(line, reader));
    }

    private static Optional<String> leap(String line, LocalDate today) {
        if (NEXT_LEAP.matcher(line).matches()) {
            int year = today.getYear() + 1;
            while (!Year.isLeap(year)) {
                year++;
            }
            return Optional.of("The next leap year is %d.".formatted(year));
        }
        Matcher matcher = LEAP.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String year = matcher.group(1);
        boolean current = year == null || year.equals("this year");
        return Optional.of(leap(current ? today.getYear() : Integer.parseInt(year)));
    }

    private static String leap(int year) {
        return Year.isLeap(year)
                ? "Yes, %d is a leap year: its February has 29 days.".formatted(year)
                : "No, %d is not a leap year: %s."
                        .formatted(
                                year,
                                year % 100 == 0
                                        ? "of the years that end a century only those divisible by"
                                                + " 400 are"
                                        : "it is not divisible by 4");
    }

    private static Optional<String> length(String line, LocalDate today) {
        Matcher year = YEAR_LENGTH.matcher(line);
        if (year.matches()) {
            int number = Integer.parseInt(year.group(1));
            return Optional.of("%d has %d days.".formatted(number, Year.of(number).length()));
        }
        Matcher matcher = MONTH_LENGTH.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean yearGiven = matcher.group(2) != null;
        YearMonth month =
                YearMonth.of(
                        yearGiven ? Integer.parseInt(matcher.group(2)) : today.getYear(),
                        matcher.group(1).equals("this month")
                                ? today.getMonth()
                                : Months.month(matcher.group(1)));
        return Optional.of(
                "%s %d has %d days."
                        .formatted(
                                Months.name(month.getMonth()),
                                month.getYear(),
                                month.lengthOfMonth()));
    }

    private static Optional<String> week(String line, DateReader reader, LocalDate today) {
        if (!WEEK.matcher(line).matches()) {
            return Optional.empty();
        }
        LocalDate date = reader.first(line).map(WrittenDate::date).orElse(today);
        return Optional.of(
                "%s is in ISO week %d of %d."
                        .formatted(
                                Months.written(date),
                                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                date.get(IsoFields.WEEK_BASED_YEAR)));
    }

    private static Optional<String> dayOfYear(String line, DateReader reader) {
        return DAY_OF_YEAR.matcher(line).matches()
                ? reader.first(line)
                        .map(WrittenDate::date)
                        .map(date ->
                                "%s is day %d of %d."
                                        .formatted(
                                                Months.written(date),
                                                date.getDayOfYear(),
                                                date.getYear()))
                : Optional.empty();
    }
}
