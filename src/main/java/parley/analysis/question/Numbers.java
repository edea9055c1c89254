package parley.analysis.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Writes numbers for people.
final class Numbers {
    private static final int DIGITS = 4;

    private Numbers() {}

    /// With thousands separators and two decimals; small ones with four digits that count.
    static String shown(Number number) {
        if (number instanceof Double value && !Double.isFinite(value)) {
            return "not a number";
        }
        BigDecimal exact = new BigDecimal(number.toString());
        BigDecimal rounded =
                exact.abs().compareTo(BigDecimal.TEN) < 0
                        ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                        : exact.setScale(2, RoundingMode.HALF_UP);
        DecimalFormat format =
                new DecimalFormat(
                        "#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(rounded);
    }

    /// As it is, without an exponent and without zeros at the end.
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
