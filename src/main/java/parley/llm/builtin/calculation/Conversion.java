package parley.llm.builtin.calculation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Converts between units: `10 km in miles`, `how many feet are in a mile`, `convert 5 GB to MiB`.
public final class Conversion {
    private static final int LONGEST = 120;
    private static final int DIGITS = 7;
    private static final Calculation NONE = new Calculation.None();

    private static final String NUMBER = "(-?[\\d.,]*\\d|an?|one|half an?)";
    private static final String UNIT = "([\\p{L}°\"µ][\\p{L}°/ 23²³-]{0,24}?)";
    private static final Pattern FORWARD =
            Pattern.compile(
                    "(?:(?:convert|what(?:'s| is| are)|how (?:much|many|long) (?:is|are)|change"
                            + "|turn|calculate|wie ?viel (?:ist|sind)) )?"
                            + NUMBER
                            + " ?"
                            + UNIT
                            + " (?:to|in|into|as|is how many|=|equals how many|en|à|nach|a) "
                            + UNIT,
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKWARD =
            Pattern.compile(
                    "how many "
                            + UNIT
                            + " (?:(?:are |is |fit |go )?(?:there )?(?:in|into|to|make(?: up)?"
                            + "|equals?|per)) "
                            + "(?:"
                            + NUMBER
                            + " ?)?"
                            + UNIT,
                    Pattern.CASE_INSENSITIVE);

    private Conversion() {}

    /// @param line what was asked, on one line, in its own case
    public static Calculation convert(String line) {
        if (line.length() > LONGEST) {
            return NONE;
        }
        try {
            Matcher forward = FORWARD.matcher(line);
            if (forward.matches()) {
                return convert(forward.group(1), forward.group(2), forward.group(3));
            }
            Matcher backward = BACKWARD.matcher(line);
            return backward.matches()
                    ? convert(backward.group(2), backward.group(3), backward.group(1))
                    : NONE;
        } catch (CalculationException e) {
            return new Calculation.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Calculation convert(String number, String from, String to) {
        Optional<Value> value = value(number);
        Optional<Unit> source = Units.named(from.strip());
        Optional<Unit> target = Units.named(to.strip());
        return value.isEmpty() || source.isEmpty() || target.isEmpty()
                ? NONE
                : convert(value.get(), source.get(), target.get());
    }

    private static Calculation convert(Value value, Unit source, Unit target) {
        if (!source.dimension().equals(target.dimension())) {
            return new Calculation.Refused(
                    "One measures %s and the other %s, so %s cannot be converted to %s."
                            .formatted(
                                    source.dimension(),
                                    target.dimension(),
                                    source.many(),
                                    target.many()));
        }
        Rational base = source.toBase(value.number());
        if (source.isTemperature() && base.signum() < 0) {
            return new Calculation.Refused(
                    "That is below absolute zero, so there is no such temperature.");
        }
        Value result = Value.exactly(target.fromBase(base));
        boolean exact = NumberText.of(result, 30).length() <= DIGITS + 3;
        return new Calculation.Solved(
                "%s %s %s"
                        .formatted(
                                quantity(value, source, 30),
                                exact ? "=" : "≈",
                                quantity(exact ? result : rounded(result), target, DIGITS)));
    }

    private static Value rounded(Value value) {
        return new Value(value.number(), false);
    }

    private static String quantity(Value value, Unit unit, int digits) {
        boolean single = value.number().equals(Rational.ONE);
        return NumberText.of(value, digits) + " " + unit.name(single);
    }

    private static Optional<Value> value(String number) {
        return switch (number == null ? "a" : number.toLowerCase(Locale.ROOT)) {
            case "a", "an", "one" -> Optional.of(Value.exactly(Rational.ONE));
            case "half a", "half an" ->
                    Optional.of(Value.exactly(Rational.ONE.dividedBy(Rational.of(2))));
            default -> signed(number);
        };
    }

    private static Optional<Value> signed(String number) {
        boolean negative = number.startsWith("-");
        return Numeral.at(number, negative ? 1 : 0)
                .map(Numeral::value)
                .map(value -> negative ? Value.exactly(value.number().negated()) : value);
    }
}
