package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers questions about dates.
public final class DateQuestions {
    private static final int LONGEST = 200;
    private static final List<String> VOCABULARY =
            List.of(
                    "day",
                    "date",
                    "week",
                    "month",
                    "year",
                    "born",
                    "time",
                    "today",
                    "tomorrow",
                    "how long",
                    "between",
                    "until",
                    "till",
                    "since",
                    "ago",
                    "when is",
                    "fortnight",
                    "easter");

    private static final Pattern DATE_ALONE =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}");

    private DateQuestions() {}

    /// The answer, if it is a question about dates.
    ///
    /// @param line on one line, in lower case, without a question mark
    public static Optional<String> answer(String line, LocalDate today) {
        boolean alone = line.length() <= 10 && DATE_ALONE.matcher(line).matches();
        if (line.length() > LONGEST || (!alone && VOCABULARY.stream().noneMatch(line::contains))) {
            return Optional.empty();
        }
        try {
            String asked = alone ? "what day is " + line : line;
            return answerWith(asked, new DateReader(today), today);
        } catch (NoSuchDateException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Optional<String> answerWith(String line, DateReader reader, LocalDate today) {
        return CurrentDate.answer(line, today)
                .or(() -> YearFacts.answer(line, reader, today))
                .or(() -> Shifts.answer(line, reader, today))
                .or(() -> Distances.answer(line, reader, today))
                .or(() -> Weekdays.answer(line, reader, today));
    }
}
