package parley.llm.builtin.calculation;

import java.util.List;

/// Writes a calculation with its result.
final class Equation {
    private static final int DIGITS = 12;
    // Longer fractions tell nobody anything.
    private static final int LONGEST_FRACTION = 12;

    private Equation() {}

    static String of(List<Symbol> symbols, Value value) {
        String left = left(symbols);
        String right = NumberText.of(value, DIGITS);
        boolean grouped = symbols.stream().anyMatch(symbol -> symbol.shown().contains(","));
        String shown = grouped ? NumberText.grouped(right) : right;
        return NumberText.isWhole(value)
                ? left + " = " + shown
                : left + " ≈ " + shown + remark(left, value);
    }

    /// The exact fraction, where it is short and not what was asked.
    private static String remark(String left, Value value) {
        Rational number = value.number();
        if (!value.exact()) {
            return "";
        }
        if (number.isWhole()) {
            return " (%d digits)".formatted(number.numerator().abs().toString().length());
        }
        String fraction = number.numerator() + "/" + number.denominator();
        boolean tells =
                fraction.length() <= LONGEST_FRACTION && !left.replace(" ", "").equals(fraction);
        return tells ? " (exactly " + fraction + ")" : "";
    }

    private static String left(List<Symbol> symbols) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < symbols.size(); index++) {
            Symbol symbol = symbols.get(index);
            boolean binary = isBinary(symbols, index);
            if (binary || isBareArgument(symbols, index)) {
                space(text);
            }
            text.append(symbol.shown());
            if (binary || symbol instanceof Symbol.Comma) {
                space(text);
            }
        }
        return text.toString();
    }

    private static void space(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isBinary(List<Symbol> symbols, int index) {
        return index > 0
                && symbols.get(index) instanceof Symbol.Sign sign
                && !sign.operator().standsBehind()
                && sign.operator() != Operator.POWER
                && endsOperand(symbols.get(index - 1));
    }

    private static boolean endsOperand(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Numeric _, Symbol.Close _ -> true;
            case Symbol.Sign sign -> sign.operator().standsBehind();
            case Symbol.Name _, Symbol.Open _, Symbol.Comma _ -> false;
        };
    }

    /// What a named function is applied to without parentheses: `ln 2`, but √2.
    private static boolean isBareArgument(List<Symbol> symbols, int index) {
        return index > 0
                && symbols.get(index - 1) instanceof Symbol.Name name
                && name.function() != Function.SQRT
                && !(symbols.get(index) instanceof Symbol.Open);
    }
}
