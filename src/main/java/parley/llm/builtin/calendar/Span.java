package parley.llm.builtin.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.NumberWords;

/// A length of time in days, weeks, months and years, as it is written: `2 weeks and 3 days`.
///
/// @param start where it begins in the line
/// @param end the index behind it
record Span(Period period, String text, int start, int end) {
    private static final Pattern PART =
            Pattern.compile("\\b(\\d{1,6}|\\p{Alpha}{1,9}) (day|week|fortnight|month|year)s?\\b");

    /// The first one in the line.
    static Optional<Span> first(String line) {
        Matcher matcher = PART.matcher(line);
        Period period = Period.ZERO;
        int start = -1;
        int end = -1;
        while (matcher.find()) {
            Optional<Period> part = period(matcher);
            boolean goesOn = end < 0 || isJoint(line, end, matcher.start());
            if (part.isPresent() && goesOn) {
                period = period.plus(part.get());
                start = start < 0 ? matcher.start() : start;
                end = matcher.end();
            }
        }
        return end < 0
                ? Optional.empty()
                : Optional.of(new Span(period, line.substring(start, end), start, end));
    }

    LocalDate after(LocalDate date) {
        return checked(date, period);
    }

    LocalDate before(LocalDate date) {
        return checked(date, period.negated());
    }

    private static LocalDate checked(LocalDate date, Period period) {
        try {
            LocalDate result = date.plus(period);
            if (result.getYear() >= 1 && result.getYear() <= 9999) {
                return result;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls through to the one sentence that names the years.
        }
        throw new NoSuchDateException("That date lies outside the years 1 to 9999.");
    }

    private static boolean isJoint(String line, int end, int start) {
        String between = line.substring(end, start);
        return between.equals(" and ") || between.equals(", ") || between.equals(" ");
    }

    private static Optional<Period> period(Matcher part) {
        OptionalInt number = NumberWords.parse(part.group(1));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int count = number.getAsInt();
        return Optional.of(
                switch (part.group(2)) {
                    case "day" -> Period.ofDays(count);
                    case "week" -> Period.ofDays(Math.multiplyExact(7, count));
                    case "fortnight" -> Period.ofDays(Math.multiplyExact(14, count));
                    case "month" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                });
    }
}
