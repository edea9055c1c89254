package parley.analysis.xmr;

import java.util.Arrays;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;

/// Works limits out from a stretch of values.
final class Estimate {
    private final XmrOptions options;
    private final double[] values;
    private final double[] ranges;

    Estimate(XmrOptions options, double[] values, double[] ranges) {
        this.options = options;
        this.values = values;
        this.ranges = ranges;
    }

    /// The phase from `from` to `to`, with limits from the values of `basis`, which lie in it.
    Phase phase(int from, int to, XmrOptions.Span basis) {
        int end = basis.to() + 1;
        double slope = slope(basis.from(), end);
        double[] level = slope == 0 ? values : levelled(basis.from(), end, slope);
        int start = slope == 0 ? basis.from() : 0;
        double middle = centre(level, start, start + end - basis.from());
        // A sloped centre was found for the middle of its basis; the phase begins elsewhere.
        double first = middle + slope * (from - (basis.from() + end - 1) / 2.0);
        int count = end - basis.from();
        return new Phase(
                from, to, limits(first, spread(basis.from(), end)), count, count < Xmr.SURE, slope);
    }

    private Limits limits(double centre, double averageRange) {
        double width = options.constants().limitFactor(options.dispersion()) * averageRange;
        double lower = centre - width;
        double upper = centre + width;
        return new Limits(
                centre,
                lower,
                upper,
                (centre + lower) / 2,
                (centre + upper) / 2,
                averageRange,
                options.constants().rangeFactor(options.dispersion()) * averageRange);
    }

    private double centre(double[] of, int from, int end) {
        return options.centre() == Centre.MEAN
                ? Sums.mean(of, from, end)
                : Sums.median(of, from, end);
    }

    /// The values less the slope, as they would be in the middle.
    private double[] levelled(int from, int end, double slope) {
        double[] level = new double[end - from];
        double middle = (level.length - 1) / 2.0;
        for (int i = 0; i < level.length; i++) {
            level[i] = values[from + i] - slope * (i - middle);
        }
        return level;
    }

    /// The average moving range; NaN where there is no range.
    private double spread(int from, int end) {
        double[] found = rangesUpTo(Double.POSITIVE_INFINITY, from, end);
        double average = average(found);
        if (!options.screened()) {
            return average;
        }
        double limit = options.constants().rangeFactor(options.dispersion()) * average;
        return average(rangesUpTo(limit, from, end));
    }

    private double average(double[] found) {
        if (found.length == 0) {
            return Double.NaN;
        }
        return options.dispersion() == Dispersion.MEAN_RANGE
                ? Sums.mean(found, 0, found.length)
                : Sums.median(found, 0, found.length);
    }

    /// The range at the first value belongs to the one before it.
    private double[] rangesUpTo(double limit, int from, int end) {
        double[] found = new double[end - from];
        int count = 0;
        for (int i = from + 1; i < end; i++) {
            if (ranges[i] <= limit) {
                found[count++] = ranges[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private double slope(int from, int end) {
        if (end - from < 2) {
            return 0;
        }
        return switch (options.slope()) {
            case NONE -> 0;
            case HALF_AVERAGES -> halfAverages(from, end);
            case LEAST_SQUARES -> leastSquares(from, end);
        };
    }

    /// Of an odd number of values the middle one is in neither half.
    private double halfAverages(int from, int end) {
        int half = (end - from) / 2;
        double rise = Sums.mean(values, end - half, end) - Sums.mean(values, from, from + half);
        return rise / (end - from - half);
    }

    private double leastSquares(int from, int end) {
        double mean = Sums.mean(values, from, end);
        double middle = (end - from - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = from; i < end; i++) {
            double distance = i - from - middle;
            products = Math.fma(distance, values[i] - mean, products);
            squares += distance * distance;
        }
        return products / squares;
    }
}
