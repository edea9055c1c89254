package parley.analysis.chart;

import java.util.Arrays;
import java.util.Locale;

/// How a group of numbers is written, so that all of it has the same unit and the same digits: `1.2
/// M`, `0.0043`, `12,345`, `4.3×10⁻⁹`.
///
/// @param divisor what numbers are divided by
/// @param suffix what says so
record NumberForm(double divisor, String suffix, int decimals) {
    private static final String SPACE = "\u00A0";
    private static final String MINUS = "\u2212";
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;
    private static final int MOST_DECIMALS = 12;

    /// Shortening may not cost more digits after the point than this.
    private static final int DECIMALS_OF_UNITS = 3;

    /// A word for a large number.
    private record Unit(double size, String suffix) {}

    private static final Unit[] UNITS = {
        new Unit(1e12, SPACE + "tn"), new Unit(1e9, SPACE + "bn"), new Unit(1e6, SPACE + "M"),
    };

    /// @param largest the largest of the numbers, without its sign
    /// @param resolution the difference that has to be seen
    static NumberForm of(double largest, double resolution) {
        if (!Double.isFinite(largest) || largest == 0) {
            return new NumberForm(1, "", 0);
        }
        double seen = Math.clamp(resolution, largest * 1e-12, largest);
        if (largest < LEAST_PLAIN || largest >= MOST_PLAIN) {
            return scientific(largest, seen);
        }
        for (Unit unit : UNITS) {
            int decimals = decimals(seen / unit.size());
            if (largest >= unit.size() && decimals <= DECIMALS_OF_UNITS) {
                return new NumberForm(unit.size(), unit.suffix(), decimals);
            }
        }
        return new NumberForm(1, "", decimals(seen));
    }

    /// For numbers that are shown together.
    ///
    /// @param parts how many steps are to be told apart between the least and the greatest
    static NumberForm spread(double parts, double... numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double greatest = Arrays.stream(finite).max().orElse(0);
        double largest = Math.max(Math.abs(least), Math.abs(greatest));
        double between = greatest / 2 - least / 2;
        return of(largest, between > 0 ? between / (parts / 2) : largest / 1000);
    }

    String write(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        String digits =
                String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(number / divisor));
        boolean isZero = digits.chars().allMatch(digit -> "0.,".indexOf(digit) >= 0);
        String unit = number == 0 && suffix.startsWith("×") ? "" : suffix;
        return (number < 0 && !isZero ? MINUS : "") + digits + unit;
    }

    private static NumberForm scientific(double largest, double resolution) {
        int exponent = (int) Math.floor(Math.log10(largest));
        double size = Math.pow(10, exponent);
        if (size == 0) {
            return new NumberForm(1, "", 0);
        }
        return new NumberForm(size, "×10" + raised(exponent), decimals(resolution / size));
    }

    private static String raised(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char sign : Integer.toString(exponent).toCharArray()) {
            raised.append(sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(sign - '0'));
        }
        return raised.toString();
    }

    private static int decimals(double resolution) {
        // A hair less, so that a step of exactly 0.1 needs one digit.
        return Math.clamp((int) Math.ceil(-Math.log10(resolution) - 1e-9), 0, MOST_DECIMALS);
    }
}
