package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far dates are from each other: days between, until, since, and age.
final class Distances {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    ".{0,30}\\b(?:days?|weeks?|months?|years?|long|time"
                            + "|difference)\\b.{0,30}\\b(?:between|from)\\b.*");
    private static final Pattern UNTIL =
            Pattern.compile(
                    ".{0,30}\\b(?:days?|weeks?|months?|long|time)\\b.{0,30}\\b(?:until|till|til"
                            + "|to|before)\\b.*");
    private static final Pattern SINCE =
            Pattern.compile(
                    ".{0,30}\\b(?:days?|weeks?|months?|years?|long)\\b.{0,30}\\b(?:since"
                            + "|ago)\\b.*");
    private static final Pattern BORN =
            Pattern.compile(".{0,40}\\bborn(?: on| in)?\\b.{1,60}|.{0,20}\\bbirthday is\\b.{1,60}");
    private static final Pattern BIRTH_YEAR = Pattern.compile("\\bborn in (\\d{4})\\b");

    private Distances() {}

    static Optional<String> answer(String line, DateReader reader, LocalDate today) {
        if (BORN.matcher(line).matches() && line.contains("old")) {
            return age(line, reader, today);
        }
        List<WrittenDate> dates = reader.find(line);
        if (dates.size() == 2 && BETWEEN.matcher(line).matches()) {
            return Optional.of(between(dates.get(0).date(), dates.get(1).date(), line));
        }
        if (dates.size() != 1) {
            return Optional.empty();
        }
        if (UNTIL.matcher(line).matches()) {
            return Optional.of(distance(dates.getFirst().notBefore(today), today, line));
        }
        return SINCE.matcher(line).matches()
                ? Optional.of(distance(notAfter(dates.getFirst(), today), today, line))
                : Optional.empty();
    }

    private static LocalDate notAfter(WrittenDate written, LocalDate today) {
        boolean lastYear = written.yearGuessed() && written.date().isAfter(today);
        return lastYear ? written.date().minusYears(1) : written.date();
    }

    private static String between(LocalDate one, LocalDate other, String line) {
        LocalDate first = one.isAfter(other) ? other : one;
        LocalDate last = one.isAfter(other) ? one : other;
        return "From %s to %s it is %s."
                .formatted(
                        Months.withoutWeekday(first),
                        Months.withoutWeekday(last),
                        length(first, last, line));
    }

    private static String distance(LocalDate date, LocalDate today, String line) {
        if (date.equals(today)) {
            return "That is today, %s.".formatted(Months.written(date));
        }
        return date.isAfter(today)
                ? "It is %s until %s.".formatted(length(today, date, line), Months.written(date))
                : "%s was %s ago.".formatted(Months.written(date), length(date, today, line));
    }

    /// In days, and in what was asked for beside.
    private static String length(LocalDate first, LocalDate last, String line) {
        long days = ChronoUnit.DAYS.between(first, last);
        String inDays = counted(days, "day");
        if (line.contains("week")) {
            return weeks(days) + " (" + inDays + ")";
        }
        boolean calendar = line.contains("month") || line.contains("year") || line.contains("long");
        return calendar && days > 31 ? calendar(first, last) + " (" + inDays + ")" : inDays;
    }

    private static String weeks(long days) {
        String weeks = counted(days / 7, "week");
        return days % 7 == 0 ? weeks : weeks + " and " + counted(days % 7, "day");
    }

    private static String calendar(LocalDate first, LocalDate last) {
        Period period = first.until(last);
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        String end = parts.removeLast();
        return parts.isEmpty() ? end : String.join(", ", parts) + " and " + end;
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(counted(count, unit));
        }
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static Optional<String> age(String line, DateReader reader, LocalDate today) {
        Matcher year = BIRTH_YEAR.matcher(line);
        Optional<WrittenDate> date = reader.first(line).filter(written -> !written.yearGuessed());
        if (date.isEmpty()) {
            return year.find()
                    ? ageInYear(Integer.parseInt(year.group(1)), today)
                    : Optional.empty();
        }
        LocalDate birth = date.get().date();
        if (birth.isAfter(today)) {
            return Optional.of("%s is still to come.".formatted(Months.written(birth)));
        }
        int age = Period.between(birth, today).getYears();
        String old =
                line.contains("days")
                        ? counted(ChronoUnit.DAYS.between(birth, today), "day")
                        : counted(age, "year");
        return Optional.of(
                "Born on %s makes %s today, %s."
                        .formatted(
                                Months.withoutWeekday(birth),
                                old + " old",
                                Months.withoutWeekday(today)));
    }

    private static Optional<String> ageInYear(int year, LocalDate today) {
        int age = today.getYear() - year;
        return age < 0
                ? Optional.of("%d is still to come.".formatted(year))
                : Optional.of(
                        "Born in %d makes %d or %d years old, before or after the birthday in %d."
                                .formatted(year, Math.max(0, age - 1), age, today.getYear()));
    }
}
