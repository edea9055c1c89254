package parley.llm.builtin.calculation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of arithmetic and what they stand for.
final class Vocabulary {
    private static final int MOST_WORDS = 6;
    private static final Map<String, List<Symbol>> PHRASES = phrases();

    /// A phrase that was found.
    ///
    /// @param end the index behind it
    record Entry(List<Symbol> symbols, int end) {}

    private Vocabulary() {}

    /// The longest phrase that begins here.
    static Optional<Entry> at(String line, int start) {
        Optional<Entry> best = Optional.empty();
        int end = start;
        for (int words = 0; words < MOST_WORDS && end < line.length(); words++) {
            end = wordEnd(line, words == 0 ? end : end + 1);
            List<Symbol> symbols = PHRASES.get(line.substring(start, end));
            if (symbols != null) {
                best = Optional.of(new Entry(symbols, end));
            }
            if (end >= line.length() || line.charAt(end) != ' ') {
                return best;
            }
        }
        return best;
    }

    private static int wordEnd(String line, int start) {
        int end = Math.min(start, line.length());
        while (end < line.length() && isWordPart(line, start, end)) {
            end++;
        }
        return end;
    }

    /// Letters; digits only in a word longer than one letter (`log2`, but `x4` is `x` and `4`).
    private static boolean isWordPart(String line, int start, int index) {
        return Character.isLetter(line.charAt(index))
                || (index > start + 1 && Character.isDigit(line.charAt(index)));
    }

    private static Map<String, List<Symbol>> phrases() {
        Map<String, List<Symbol>> phrases = new HashMap<>();
        sign(phrases, Operator.PLUS, "+", "plus", "added to", "más", "mas");
        sign(phrases, Operator.MINUS, "-", "minus", "less", "moins", "menos");
        sign(phrases, Operator.TIMES, "×", "times", "multiplied by", "x", "mal", "fois", "por");
        sign(phrases, Operator.DIVIDE, "/", "divided by", "over", "geteilt durch", "durch");
        sign(phrases, Operator.DIVIDE, "/", "divisé par", "dividido por", "dividido entre");
        sign(phrases, Operator.MODULO, "mod", "mod", "modulo");
        sign(phrases, Operator.POWER, "^", "to the power of", "to the power", "hoch");
        sign(phrases, Operator.POWER, "^", "raised to the power of", "raised to", "to the");
        sign(phrases, Operator.PERCENT, "%", "percent", "per cent", "prozent");
        sign(phrases, Operator.FACTORIAL, "!", "factorial");
        sign(phrases, Operator.SQUARED, "²", "squared");
        sign(phrases, Operator.CUBED, "³", "cubed");
        sign(phrases, Operator.TIMES, "of", "of", "of the", "von", "de");
        for (Function function : Function.values()) {
            name(phrases, function, function.word(), function.word() + " of");
        }
        name(phrases, Function.SQRT, "square root", "square root of", "the square root of", "root");
        name(phrases, Function.SQRT, "root of", "wurzel aus", "racine carrée de");
        name(phrases, Function.CBRT, "cube root", "cube root of", "the cube root of");
        name(phrases, Function.FACTORIAL, "factorial of", "the factorial of");
        name(phrases, Function.LN, "natural log of", "natural logarithm of");
        name(phrases, Function.LOG, "log10", "logarithm of", "lg");
        name(phrases, Function.AVERAGE, "avg", "mean", "mean of");
        name(phrases, Function.MAX, "maximum of");
        name(phrases, Function.MIN, "minimum of");
        phrases.put("pi", List.of(constant(Math.PI, "π")));
        phrases.put("π", phrases.getOrDefault("pi", List.of()));
        phrases.put("e", List.of(constant(Math.E, "e")));
        part(phrases, 2, "half of", "half");
        part(phrases, 3, "a third of", "one third of", "third of");
        part(phrases, 4, "a quarter of", "one quarter of", "quarter of");
        multiple(phrases, 2, "twice", "double");
        multiple(phrases, 3, "triple", "thrice");
        return Map.copyOf(phrases);
    }

    private static void sign(
            Map<String, List<Symbol>> phrases, Operator operator, String shown, String... words) {
        for (String word : words) {
            phrases.put(word, List.of(new Symbol.Sign(operator, shown)));
        }
    }

    private static void name(
            Map<String, List<Symbol>> phrases, Function function, String... words) {
        for (String word : words) {
            phrases.put(word, List.of(new Symbol.Name(function)));
        }
    }

    private static void part(Map<String, List<Symbol>> phrases, int parts, String... words) {
        Value value = Value.exactly(Rational.ONE.dividedBy(Rational.of(parts)));
        for (String word : words) {
            phrases.put(word, factor(value, "1/" + parts));
        }
    }

    private static void multiple(Map<String, List<Symbol>> phrases, int times, String... words) {
        for (String word : words) {
            phrases.put(word, factor(Value.exactly(Rational.of(times)), String.valueOf(times)));
        }
    }

    private static List<Symbol> factor(Value value, String shown) {
        return List.of(new Symbol.Numeric(value, shown), new Symbol.Sign(Operator.TIMES, "×"));
    }

    private static Symbol constant(double value, String shown) {
        return new Symbol.Numeric(Value.about(value), shown);
    }
}
