package parley.llm.builtin.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates some time before or after others.
final class Shifts {
    private static final Pattern QUESTION =
            Pattern.compile(
                    ".{0,20}\\b(?:what|which|when|date|day|add|subtract|plus|minus|calculate"
                            + "|is)\\b.*"
                            + "|in \\d{1,6} \\p{Alpha}{1,10}");
    private static final Pattern AFTER =
            Pattern.compile(
                    ".*\\b(?:after|from|later|plus|add|hence)\\b.*|.*\\bin (?:\\d|a |one|two"
                            + "|three|four|five|six|ten).*|.*\\+.*");
    private static final Pattern BEFORE =
            Pattern.compile(
                    ".*\\b(?:before|ago|earlier|minus|subtract|prior to)\\b.*|.*\\d - \\d.*");

    private Shifts() {}

    static Optional<String> answer(String line, DateReader reader, LocalDate today) {
        Optional<Span> span = Span.first(line);
        if (span.isEmpty() || !asks(line)) {
            return Optional.empty();
        }
        String rest =
                line.substring(0, span.get().start()) + "#" + line.substring(span.get().end());
        LocalDate base = reader.first(rest).map(WrittenDate::date).orElse(today);
        if (BEFORE.matcher(line).matches()) {
            return Optional.of(said(span.get(), "before", base, span.get().before(base)));
        }
        return AFTER.matcher(line).matches()
                ? Optional.of(said(span.get(), "after", base, span.get().after(base)))
                : Optional.empty();
    }

    private static boolean asks(String line) {
        boolean distance = line.startsWith("how ");
        return !distance && (QUESTION.matcher(line).matches() || Character.isDigit(line.charAt(0)));
    }

    private static String said(Span span, String side, LocalDate base, LocalDate result) {
        return "%s %s %s is %s."
                .formatted(
                        capitalised(span.text()),
                        side,
                        Months.withoutWeekday(base),
                        Months.written(result));
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
