package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.util.Optional;

/// A number written in digits: `42`, `1,234.5`, `3,5`, `.5`, `1e6`. A comma before exactly three
/// digits separates thousands, before others it is a decimal comma.
///
/// @param text as it was written
/// @param end the index behind it
record Numeral(Value value, String text, int end) {
    private static final int MOST_DIGITS = 400;
    private static final int LARGEST_EXPONENT = 400;

    static Optional<Numeral> at(String line, int start) {
        int end = start;
        while (end < line.length() && isPart(line, end)) {
            end++;
        }
        String text = line.substring(start, end);
        String plain = plain(text);
        if (!isNumber(plain)) {
            return Optional.empty();
        }
        int exponentEnd = exponentEnd(line, end);
        BigDecimal value = new BigDecimal(plain + line.substring(end, exponentEnd));
        if (plain.length() > MOST_DIGITS || Math.abs((long) value.scale()) > 2 * LARGEST_EXPONENT) {
            throw Rational.tooLarge();
        }
        return Optional.of(
                new Numeral(
                        Value.exactly(Rational.of(value)),
                        line.substring(start, exponentEnd),
                        exponentEnd));
    }

    /// Digits, and points and commas between digits.
    private static boolean isPart(String line, int index) {
        char here = line.charAt(index);
        boolean digitFollows = index + 1 < line.length() && isDigit(line.charAt(index + 1));
        return isDigit(here) || ((here == '.' || here == ',') && digitFollows);
    }

    private static String plain(String text) {
        int comma = text.indexOf(',');
        boolean decimalComma =
                comma >= 0
                        && comma == text.lastIndexOf(',')
                        && text.indexOf('.') < 0
                        && (text.length() - comma != 4 || text.startsWith("0,"));
        if (decimalComma) {
            return text.replace(',', '.');
        }
        return isGrouped(text) ? text.replace(",", "") : text;
    }

    /// Whether the commas stand where thousands end.
    private static boolean isGrouped(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        int first = whole.indexOf(',');
        if (first < 1 || first > 3) {
            return false;
        }
        for (int index = first; index < whole.length(); index += 4) {
            boolean group = index + 4 <= whole.length() && whole.charAt(index) == ',';
            if (!group || whole.substring(index + 1, index + 4).indexOf(',') >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String plain) {
        return !plain.isEmpty()
                && plain.indexOf(',') < 0
                && plain.indexOf('.') == plain.lastIndexOf('.');
    }

    private static int exponentEnd(String line, int start) {
        if (start >= line.length() || line.charAt(start) != 'e') {
            return start;
        }
        int index = start + 1;
        if (index < line.length() && "+-".indexOf(line.charAt(index)) >= 0) {
            index++;
        }
        int digits = index;
        while (index < line.length() && isDigit(line.charAt(index)) && index - digits < 4) {
            index++;
        }
        return index > digits ? index : start;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
