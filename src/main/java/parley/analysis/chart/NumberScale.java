package parley.analysis.chart;

import java.util.ArrayList;
import java.util.List;

/// Where numbers are on an axis, and which of them are written there.
///
/// @param low the number at `from`
/// @param high the number at `to`; more than `low`
/// @param from a place in points
/// @param to a place in points
record NumberScale(double low, double high, double from, double to) {
    private static final double ROOM = 0.07;
    private static final int MOST_TICKS = 40;

    /// A scale for all of these numbers with some room around them.
    static NumberScale around(double least, double greatest, double from, double to) {
        double half = greatest / 2 - least / 2;
        double largest = Math.max(Math.abs(least), Math.abs(greatest));
        // Where all numbers are the same, or differ by less than can be drawn.
        double needed = Math.max(largest * 1e-13, Double.MIN_NORMAL);
        double room =
                half > needed
                        ? 2 * half * ROOM
                        : largest == 0 ? 1 : Math.max(largest * 0.1, Double.MIN_NORMAL);
        return new NumberScale(bounded(least - room), bounded(greatest + room), from, to);
    }

    /// A scale from zero to this number with some room above it.
    static NumberScale upTo(double greatest, double from, double to) {
        return greatest > 0
                ? new NumberScale(0, bounded(greatest * (1 + ROOM)), from, to)
                : new NumberScale(0, 1, from, to);
    }

    private static double bounded(double number) {
        return Math.clamp(number, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    double at(double number) {
        // In halves, since the difference of two large numbers may be too large for a number.
        double share = (number / 2 - low / 2) / (high / 2 - low / 2);
        return from + share * (to - from);
    }

    /// Round numbers in equal steps, about as many as asked for.
    List<Double> ticks(int about) {
        double step = step((high / 2 - low / 2) / about * 2);
        double first = Math.ceil(low / step);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i < MOST_TICKS && (first + i) * step <= high; i++) {
            // Adding 0 makes a negative zero an ordinary one.
            ticks.add((first + i) * step + 0.0);
        }
        return ticks;
    }

    /// As [#ticks], but whole numbers only.
    List<Double> wholeTicks(int about) {
        return ticks(about).stream().filter(tick -> tick == Math.rint(tick)).toList();
    }

    NumberForm form(List<Double> ticks) {
        if (ticks.size() < 2) {
            return NumberForm.spread(100, low, high);
        }
        double step = ticks.get(1) - ticks.get(0);
        double largest = ticks.stream().mapToDouble(Math::abs).max().orElse(0);
        return NumberForm.of(largest, step);
    }

    /// The least of 1, 2, 5 and 10 times a power of ten that is not less.
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
