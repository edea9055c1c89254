package parley.llm.builtin.calculation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds and solves calculations in what people write.
public final class Arithmetic {
    private static final int LONGEST = 2_000;
    private static final Calculation NONE = new Calculation.None();

    private static final String NUMBER = "(-?[\\d.,]*\\d)";
    private static final Pattern SHARE =
            Pattern.compile(
                    "(?:what(?:'s| is)? )?(?:percent(?:age)?|%) of "
                            + NUMBER
                            + " (?:is|are) "
                            + NUMBER
                            + "|"
                            + NUMBER
                            + " is what (?:percent(?:age)?|%) of "
                            + NUMBER);
    // Dates, versions and addresses are written with digits and signs, too.
    private static final Pattern NO_CALCULATION =
            Pattern.compile(
                    "\\d{4}-\\d{1,2}-\\d{1,2}|\\d\\.\\d++\\.\\d|^\\d{1,2}/\\d{1,2}/\\d{2,4}$");
    private static final List<String> SPELLED =
            List.of(
                    "plus",
                    "minus",
                    "times",
                    "multipl",
                    "divided",
                    "percent",
                    "half of",
                    "mal ",
                    "fois",
                    "root",
                    "squared",
                    "cubed",
                    "factorial",
                    "mod",
                    "to the",
                    "twice",
                    "double",
                    "sum ",
                    "average",
                    "mean ",
                    "más",
                    "menos",
                    "por ",
                    "durch",
                    "hoch");

    private Arithmetic() {}

    /// @param text what was written
    public static Calculation solve(String text) {
        String line = text.toLowerCase(Locale.ROOT).strip();
        if (line.length() > LONGEST || !mayCalculate(line) || NO_CALCULATION.matcher(line).find()) {
            return NONE;
        }
        Matcher share = SHARE.matcher(Phrasing.withoutMarks(line));
        try {
            return share.matches() ? share(share) : expression(Phrasing.expression(line));
        } catch (CalculationException e) {
            return new Calculation.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// A cheap look: most of what people write has no digit and no word of arithmetic.
    private static boolean mayCalculate(String line) {
        return line.chars()
                        .anyMatch(letter -> Character.isDigit(letter) || "π(".indexOf(letter) >= 0)
                || SPELLED.stream().anyMatch(line::contains);
    }

    private static Calculation expression(String written) {
        Optional<List<Symbol>> symbols = Lexer.read(written);
        if (symbols.isEmpty() || !isCalculation(symbols.get())) {
            return NONE;
        }
        Expression expression;
        try {
            expression = Parser.parse(symbols.get());
        } catch (CalculationException e) {
            // With words in it, it was no calculation after all.
            return written.chars().anyMatch(Character::isLetter)
                    ? NONE
                    : new Calculation.Refused(String.valueOf(e.getMessage()));
        }
        Value value = Evaluator.evaluate(expression);
        return new Calculation.Solved(Equation.of(symbols.get(), value));
    }

    private static boolean isCalculation(List<Symbol> symbols) {
        boolean hasNumber = symbols.stream().anyMatch(Symbol.Numeric.class::isInstance);
        boolean signedNumber =
                symbols.size() == 2
                        && symbols.getFirst() instanceof Symbol.Sign
                        && symbols.getLast() instanceof Symbol.Numeric;
        return hasNumber && symbols.size() > 1 && !signedNumber;
    }

    private static Calculation share(Matcher matcher) {
        boolean wholeFirst = matcher.group(1) != null;
        Optional<Numeral> whole = Numeral.at(matcher.group(wholeFirst ? 1 : 4), 0);
        Optional<Numeral> part = Numeral.at(matcher.group(wholeFirst ? 2 : 3), 0);
        if (whole.isEmpty() || part.isEmpty()) {
            return NONE;
        }
        Rational percent =
                part.get()
                        .value()
                        .number()
                        .dividedBy(whole.get().value().number())
                        .times(Rational.HUNDRED);
        return new Calculation.Solved(
                "%s is %s%% of %s"
                        .formatted(
                                part.get().text(),
                                NumberText.of(Value.exactly(percent), 6),
                                whole.get().text()));
    }
}
