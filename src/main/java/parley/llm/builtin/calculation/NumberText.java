package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Writes numbers: exactly where that is readable, else rounded.
final class NumberText {
    private static final int MOST_DIGITS = 400;
    private static final int MOST_DECIMALS = 30;
    private static final int LARGE_EXPONENT = 21;
    private static final int SMALL_EXPONENT = -7;

    private NumberText() {}

    /// Whether [#of] writes all there is.
    static boolean isWhole(Value value) {
        return value.exact() && isShort(value.number());
    }

    /// The number, rounded to that many significant digits if it cannot be written exactly.
    static String of(Value value, int digits) {
        Rational number = value.number();
        if (isWhole(value)) {
            return plain(exactDecimal(number));
        }
        BigDecimal rounded =
                number.decimal(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < LARGE_EXPONENT && exponent >= SMALL_EXPONENT
                ? plain(rounded)
                : scientific(rounded, exponent);
    }

    /// With a comma between groups of three digits before the point.
    static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int index = point - 3; index > start; index -= 3) {
            grouped.insert(index, ',');
        }
        return plain.contains("×") ? plain : grouped.toString();
    }

    private static String plain(BigDecimal number) {
        return (number.signum() < 0 ? "-" : "") + number.abs().toPlainString();
    }

    private static String scientific(BigDecimal number, int exponent) {
        return plain(number.movePointLeft(exponent)) + " × 10^" + exponent;
    }

    private static boolean isShort(Rational number) {
        return number.numerator().bitLength() < MOST_DIGITS * 3.3
                && decimals(number.denominator()) <= MOST_DECIMALS;
    }

    private static BigDecimal exactDecimal(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(
                        new BigDecimal(number.denominator()),
                        decimals(number.denominator()),
                        RoundingMode.UNNECESSARY);
    }

    /// How many decimals a fraction of this denominator has; more than any limit if it never ends.
    private static int decimals(BigInteger denominator) {
        int twos = 0;
        int fives = 0;
        BigInteger rest = denominator;
        while (!rest.testBit(0) && twos <= MOST_DECIMALS) {
            rest = rest.shiftRight(1);
            twos++;
        }
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0 && fives <= MOST_DECIMALS) {
            rest = rest.divide(five);
            fives++;
        }
        return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : Integer.MAX_VALUE;
    }
}
