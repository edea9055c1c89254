package parley.analysis.csv;

import org.jspecify.annotations.Nullable;

/// Reads a number as people write it: `1,234.50`, `1.234,50 €`, `(12)`, `12 %`, `1e-3`. Not safe
/// for several threads: what was read last is kept in fields, so that a million cells cost no
/// objects.
final class NumberReader {
    private static final int MOST_DIGITS = 18;
    private static final double[] POWERS = new double[23];

    static {
        // These powers of ten are exact as doubles, so dividing a whole number below 2^53 by one
        // rounds once, and correctly.
        double power = 1;
        for (int index = 0; index < POWERS.length; index++) {
            POWERS[index] = power;
            power *= 10;
        }
    }

    private CharSequence text = "";
    private int position;
    private int end;
    private char decimalMark;

    private boolean negative;
    private long digits;
    private int significant;
    private int wholeDigits;
    private boolean leadingZero;
    private boolean grouped;
    private boolean decimal;
    private boolean exponent;
    private @Nullable String unit;
    private double value;

    /// @param mark `.` or `,`: what stands before the decimals; the other may stand between
    ///   thousands, as may spaces and apostrophes
    /// @return whether it is a number
    boolean read(CharSequence cell, char mark) {
        text = cell;
        position = 0;
        end = cell.length();
        decimalMark = mark;
        negative = false;
        digits = 0;
        significant = 0;
        wholeDigits = 0;
        leadingZero = false;
        grouped = false;
        decimal = false;
        exponent = false;
        unit = null;
        return end > 0 && end <= 64 && mayBegin(cell.charAt(0)) && readAll();
    }

    boolean isInteger() {
        return !decimal && !exponent;
    }

    long integer() {
        return negative ? -digits : digits;
    }

    double value() {
        return value;
    }

    /// Such as the `007` of a code.
    boolean hasLeadingZero() {
        return leadingZero;
    }

    boolean isGrouped() {
        return grouped;
    }

    /// `%`, or the currency's sign or code.
    @Nullable String unit() {
        return unit;
    }

    private static boolean mayBegin(char letter) {
        return (letter >= '0' && letter <= '9')
                || "+-−(.,'".indexOf(letter) >= 0
                || Units.mayBegin(letter);
    }

    private boolean readAll() {
        boolean inParentheses = text.charAt(0) == '(' && text.charAt(end - 1) == ')';
        if (inParentheses) {
            position++;
            end--;
            negative = true;
        }
        boolean signed = readSign();
        if (inParentheses && signed) {
            return false;
        }
        if (readUnit()) {
            skipSpace();
            signed |= !signed && readSign();
        }
        if (!readWhole() || !readDecimals() || !readExponent()) {
            return false;
        }
        skipSpace();
        if (unit == null && readUnit()) {
            skipSpace();
        }
        if (position == end - 1 && !signed && !inParentheses && isMinus(text.charAt(position))) {
            negative = true;
            position++;
        }
        return position == end && finish();
    }

    private boolean readSign() {
        if (position < end && (isMinus(text.charAt(position)) || text.charAt(position) == '+')) {
            negative |= text.charAt(position) != '+';
            position++;
            skipSpace();
            return true;
        }
        return false;
    }

    private static boolean isMinus(char letter) {
        return letter == '-' || letter == '−';
    }

    private boolean readUnit() {
        if (position >= end || isDigit(text.charAt(position))) {
            return false;
        }
        String found = Units.at(text, position, end);
        if (found == null) {
            return false;
        }
        unit = found;
        position += found.length();
        return true;
    }

    private boolean readWhole() {
        int start = position;
        while (position < end && isDigit(text.charAt(position))) {
            add(text.charAt(position++));
        }
        int first = position - start;
        wholeDigits = first;
        leadingZero = first > 1 && text.charAt(start) == '0';
        if (position < end && first >= 1 && first <= 3 && isGroupMark(text.charAt(position))) {
            return readGroups(text.charAt(position));
        }
        return true;
    }

    private boolean isGroupMark(char letter) {
        return letter == (decimalMark == '.' ? ',' : '.')
                || letter == '\''
                || letter == '’'
                || isGap(letter);
    }

    private static boolean isGap(char letter) {
        return letter == ' ' || letter == '\u00a0' || letter == '\u202f' || letter == '\u2009';
    }

    private boolean readGroups(char mark) {
        while (position < end && text.charAt(position) == mark) {
            if (isGap(mark) && (position + 1 >= end || !isDigit(text.charAt(position + 1)))) {
                return true;
            }
            int group = position + 1;
            if (group + 3 > end || (group + 3 < end && isDigit(text.charAt(group + 3)))) {
                return false;
            }
            for (int index = group; index < group + 3; index++) {
                if (!isDigit(text.charAt(index))) {
                    return false;
                }
                add(text.charAt(index));
            }
            wholeDigits += 3;
            grouped = true;
            position = group + 3;
        }
        return true;
    }

    private boolean readDecimals() {
        int decimals = 0;
        if (position < end && text.charAt(position) == decimalMark) {
            position++;
            decimal = true;
            while (position < end && isDigit(text.charAt(position))) {
                add(text.charAt(position++));
                decimals++;
            }
        }
        return wholeDigits + decimals > 0;
    }

    private boolean readExponent() {
        if (position >= end || (text.charAt(position) | 0x20) != 'e') {
            return true;
        }
        int next = position + 1;
        if (next < end && (text.charAt(next) == '-' || text.charAt(next) == '+')) {
            next++;
        }
        if (next >= end || !isDigit(text.charAt(next))) {
            // The e of a unit, as in "12 eur".
            return true;
        }
        while (next < end && isDigit(text.charAt(next))) {
            next++;
        }
        exponent = true;
        position = next;
        return true;
    }

    private void add(char digit) {
        if (significant > 0 || digit != '0') {
            significant++;
        }
        if (significant <= MOST_DIGITS) {
            digits = digits * 10 + (digit - '0');
        }
    }

    private boolean finish() {
        if (isInteger()) {
            value = integer();
            // More digits than a number can hold are a code.
            return significant <= MOST_DIGITS;
        }
        value = exponent || significant > 15 ? parsed() : scaled();
        return Double.isFinite(value);
    }

    private double scaled() {
        int decimals = 0;
        int index = indexOfMark() + 1;
        while (index < end && isDigit(text.charAt(index))) {
            decimals++;
            index++;
        }
        double magnitude = decimals < POWERS.length ? digits / POWERS[decimals] : parsed();
        return negative ? -Math.abs(magnitude) : magnitude;
    }

    private int indexOfMark() {
        int index = 0;
        while (text.charAt(index) != decimalMark) {
            index++;
        }
        return index;
    }

    private double parsed() {
        StringBuilder plain = new StringBuilder(negative ? "-" : "");
        for (int index = 0; index < position; index++) {
            char letter = text.charAt(index);
            if (letter == decimalMark) {
                plain.append('.');
            } else if (isDigit(letter)) {
                plain.append(letter);
            } else if ((letter | 0x20) == 'e' && exponent && plain.length() > 0) {
                plain.append(text, index, exponentEnd(index));
                break;
            }
        }
        return Double.parseDouble(plain.toString());
    }

    private int exponentEnd(int from) {
        int index = from + 2;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private void skipSpace() {
        while (position < end && isGap(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
