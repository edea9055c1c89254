package parley.analysis.xmr;

import java.util.Locale;
import parley.error.AppException;

/// Takes the pattern of a season out: each value is divided by the factor of its place in the
/// season, which is the mean of the values at that place over the mean of all.
final class Season {
    private Season() {}

    /// The values without the pattern.
    ///
    /// @throws AppException (400) there are fewer than two seasons, or a factor is not above zero
    static double[] takenOutOf(Series series, int length) {
        if (length < 2 || series.size() < 2 * length) {
            throw AppException.invalid(
                    "season",
                    "A season of "
                            + length
                            + " points cannot be taken out of "
                            + series.size()
                            + " points; at least two points a season and two seasons are needed.");
        }
        double[] factors = factors(series, length);
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.values()[i] / factors[series.place(i) % length];
        }
        return values;
    }

    /// A place without any value has the factor 1.
    static double[] factors(Series series, int length) {
        double mean = Sums.mean(series.values(), 0, series.size());
        double[] sums = new double[length];
        int[] counts = new int[length];
        for (int i = 0; i < series.size(); i++) {
            int place = series.place(i) % length;
            sums[place] += series.values()[i];
            counts[place]++;
        }
        double[] factors = new double[length];
        for (int place = 0; place < length; place++) {
            factors[place] = counts[place] == 0 ? 1 : sums[place] / counts[place] / mean;
            requirePositive(factors[place], place);
        }
        return factors;
    }

    private static void requirePositive(double factor, int place) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw AppException.invalid(
                    "season",
                    String.format(
                            Locale.ROOT,
                            "The season's pattern cannot be taken out: place %d of it would be"
                                    + " divided by %s. It needs values whose means are above zero.",
                            place + 1,
                            factor));
        }
    }
}
