package parley.llm.builtin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which weekday a date is, and when the next Friday is.
final class Weekdays {
    private static final Pattern ASKED =
            Pattern.compile(
                    ".{0,20}\\b(?:what|which|on what|on which) ?(?:week)?(?:day|date)\\b.*"
                            + "|.{0,20}\\b(?:weekday|day of the week)\\b.*"
                            + "|(?:when is|when was|what is|what's|what was|what will be"
                            + "|when's) .*");
    private static final Pattern NEAR =
            Pattern.compile(
                    ".{0,30}\\b(next|last|this|coming)"
                            + " (mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
                            + "|sun)(?:day)?\\b.{0,15}");

    private Weekdays() {}

    static Optional<String> answer(String line, DateReader reader, LocalDate today) {
        Matcher near = NEAR.matcher(line);
        if (near.matches()) {
            return Months.weekday(near.group(2)).map(day -> near(near.group(1), day, today));
        }
        if (!ASKED.matcher(line).matches()) {
            return Optional.empty();
        }
        List<WrittenDate> dates = reader.find(line);
        boolean aboutOneDate = dates.size() == 1 && restIsShort(line, dates.getFirst());
        return aboutOneDate
                ? Optional.of(weekday(dates.getFirst(), line, today))
                : Optional.empty();
    }

    /// "What is tomorrow's date" is about a date, "what is the best news of today" is not.
    private static boolean restIsShort(String line, WrittenDate date) {
        String rest = line.substring(0, date.start()) + line.substring(date.end());
        return rest.contains("day")
                || rest.contains("date")
                || rest.strip().matches("(?:when|what)(?:'s| is| was| will be)(?: the)?");
    }

    private static String weekday(WrittenDate written, String line, LocalDate today) {
        LocalDate date = line.startsWith("when is") ? written.notBefore(today) : written.date();
        String verb = date.isBefore(today) ? "was" : date.equals(today) ? "is today," : "is";
        boolean writtenOut =
                line.substring(written.start(), written.end()).chars().anyMatch(Character::isDigit);
        return writtenOut
                ? "%s %s a %s."
                        .formatted(
                                Months.withoutWeekday(date), verb, Months.name(date.getDayOfWeek()))
                : "That %s %s.".formatted(verb, Months.written(date));
    }

    private static String near(String which, DayOfWeek day, LocalDate today) {
        LocalDate date =
                switch (which) {
                    case "last" -> today.with(TemporalAdjusters.previous(day));
                    case "this" -> today.with(TemporalAdjusters.nextOrSame(day));
                    default -> today.with(TemporalAdjusters.next(day));
                };
        return "%s %s is %s, counted from today."
                .formatted(
                        Character.toUpperCase(which.charAt(0)) + which.substring(1),
                        Months.name(day),
                        Months.withoutWeekday(date));
    }
}
