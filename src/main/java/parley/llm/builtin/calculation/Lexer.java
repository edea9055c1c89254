package parley.llm.builtin.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a line apart into numbers, signs and names. Gives up at the first word it does not know:
/// then the line is no calculation.
final class Lexer {
    private final String line;
    private final List<Symbol> symbols = new ArrayList<>();
    private int index;

    private Lexer(String line) {
        this.line = line;
    }

    /// @param line in lower case
    static Optional<List<Symbol>> read(String line) {
        return new Lexer(line).read();
    }

    private Optional<List<Symbol>> read() {
        while (index < line.length()) {
            if (line.charAt(index) == ' ') {
                index++;
            } else if (!number() && !word() && !sign()) {
                return Optional.empty();
            }
        }
        return Optional.of(symbols);
    }

    private boolean number() {
        Optional<Numeral> numeral = Numeral.at(line, index);
        if (numeral.isEmpty() || follows(Symbol.Numeric.class)) {
            return false;
        }
        symbols.add(new Symbol.Numeric(numeral.get().value(), numeral.get().text()));
        index = numeral.get().end();
        return true;
    }

    private boolean word() {
        if (!Character.isLetter(line.charAt(index))) {
            return false;
        }
        Optional<SpelledNumber> spelled =
                follows(Symbol.Numeric.class) ? Optional.empty() : SpelledNumber.at(line, index);
        if (spelled.isPresent()) {
            Value value = Value.exactly(Rational.of(spelled.get().value()));
            symbols.add(new Symbol.Numeric(value, String.valueOf(spelled.get().value())));
            index = spelled.get().end();
            return true;
        }
        Optional<Vocabulary.Entry> entry = Vocabulary.at(line, index);
        if (entry.isEmpty() || isLooseOf(entry.get())) {
            return false;
        }
        symbols.addAll(entry.get().symbols());
        index = entry.get().end();
        return true;
    }

    /// "15% of 80" is arithmetic, "one of two" is not.
    private boolean isLooseOf(Vocabulary.Entry entry) {
        boolean behindPercent = follows(Symbol.Sign.class) && symbols.getLast().shown().equals("%");
        return entry.symbols().getFirst().shown().equals("of") && !behindPercent;
    }

    private boolean sign() {
        Symbol symbol = symbol(line.charAt(index));
        if (symbol == null) {
            return false;
        }
        symbols.add(symbol);
        index++;
        return true;
    }

    private @Nullable Symbol symbol(char letter) {
        return switch (letter) {
            case '+' -> new Symbol.Sign(Operator.PLUS, "+");
            case '-', '−', '–' -> new Symbol.Sign(Operator.MINUS, "-");
            case '*' -> star();
            case '×', '·' -> new Symbol.Sign(Operator.TIMES, "×");
            case '/', '÷' -> new Symbol.Sign(Operator.DIVIDE, "/");
            case '^' -> new Symbol.Sign(Operator.POWER, "^");
            case '%' -> percent();
            case '!' -> new Symbol.Sign(Operator.FACTORIAL, "!");
            case '²' -> new Symbol.Sign(Operator.SQUARED, "²");
            case '³' -> new Symbol.Sign(Operator.CUBED, "³");
            case '√' -> new Symbol.Name(Function.SQRT);
            case '(', '[' -> new Symbol.Open();
            case ')', ']' -> new Symbol.Close();
            case ',', ';' -> new Symbol.Comma();
            default -> null;
        };
    }

    private Symbol star() {
        if (index + 1 < line.length() && line.charAt(index + 1) == '*') {
            index++;
            return new Symbol.Sign(Operator.POWER, "^");
        }
        return new Symbol.Sign(Operator.TIMES, "×");
    }

    /// Before a number it is the remainder (10 % 3), anywhere else a hundredth (15% of 80).
    private Symbol percent() {
        int following = index + 1;
        while (following < line.length() && line.charAt(following) == ' ') {
            following++;
        }
        boolean beforeNumber =
                following < line.length()
                        && (Character.isDigit(line.charAt(following))
                                || line.charAt(following) == '(');
        return beforeNumber
                ? new Symbol.Sign(Operator.MODULO, "mod")
                : new Symbol.Sign(Operator.PERCENT, "%");
    }

    private boolean follows(Class<? extends Symbol> kind) {
        return !symbols.isEmpty() && kind.isInstance(symbols.getLast());
    }
}
