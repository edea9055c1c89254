package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What day it is.
final class CurrentDate {
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:(?:tell me |give me |say )?(?:what(?:'s| is| was| will be)? )?"
                            + "(?:the )?(?:current |today's |todays )?date(?: is it)?(?:"
                            + " of)?(?: today| now)?"
                            + "|what (?:week)?day (?:of the week )?(?:is it|is today|it is|do"
                            + " we have)(?: today| now)?"
                            + "|what(?:'s| is) today|today|which day is (?:it|today)(?: today)?"
                            + "|what day(?: is)? today(?: is)?|what's the day(?: today)?)");
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(?:what(?:'s| is) )?(?:the )?(?:current )?time(?: is it| now| is it now)?"
                            + "|what time (?:is it|it is)(?: now)?|what(?:'s| is) the time(?:"
                            + " right)? now)(?: in [\\p{L} ]{2,30})?");
    private static final Pattern PART =
            Pattern.compile(
                    "(?:what|which) (year|month) (?:is it|are we in|is this|do we have)(?: now)?"
                            + "|what(?:'s| is) the (?:current )?(year|month)");

    private CurrentDate() {}

    static Optional<String> answer(String line, LocalDate today) {
        if (DATE.matcher(line).matches()) {
            return Optional.of("Today is %s (UTC).".formatted(Months.written(today)));
        }
        if (TIME.matcher(line).matches()) {
            return Optional.of(
                    ("I go by the day, not by the minute: it is %s (UTC)."
                                    + " The clock of your device knows the time.")
                            .formatted(Months.written(today)));
        }
        Matcher part = PART.matcher(line);
        if (!part.matches()) {
            return Optional.empty();
        }
        boolean year = "year".equals(part.group(1)) || "year".equals(part.group(2));
        return Optional.of(
                year
                        ? "It is %d.".formatted(today.getYear())
                        : "It is %s %d.".formatted(Months.name(today.getMonth()), today.getYear()));
    }
}
