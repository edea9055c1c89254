package parley.analysis.chart;

import java.util.Arrays;

/// How often values are where.
///
/// @param low where the first bin begins
/// @param width of each bin
/// @param counts how many values each bin has
/// @param density how dense the values are, smoothed, at equal steps from the first bin's beginning
///   to the last one's end; in values a bin
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record Histogram(double low, double width, int[] counts, double[] density) {
    private static final int LEAST_BINS = 6;
    private static final int MOST_BINS = 32;
    private static final int STEPS = 160;
    private static final int LEAST_FOR_DENSITY = 8;

    /// Bins as wide as Freedman and Diaconis say (twice the interquartile range over the cube root
    /// of the count), but neither too few nor too many; and a density by Gaussian kernels as wide
    /// as Silverman says. Neither takes the values to be normally distributed.
    static Histogram of(double[] all) {
        double[] values = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
        if (values.length == 0) {
            return new Histogram(0, 1, new int[0], new double[0]);
        }
        double least = values[0];
        double range = values[values.length - 1] - least;
        if (range <= 0 || Double.isInfinite(range)) {
            return new Histogram(least, 0, new int[] {values.length}, new double[0]);
        }
        double spread = quantile(values, 0.75) - quantile(values, 0.25);
        double wanted = range * Math.cbrt(values.length) / (2 * spread);
        int bins = (int) Math.clamp(Math.ceil(wanted), LEAST_BINS, MOST_BINS);
        double width = range / bins;
        int[] counts = new int[bins];
        for (double value : values) {
            counts[bin(value, least, width, bins)]++;
        }
        return new Histogram(least, width, counts, density(values, spread, width));
    }

    private static int bin(double value, double least, double width, int bins) {
        return Math.clamp((int) ((value - least) / width), 0, bins - 1);
    }

    double high() {
        return low + width * counts.length;
    }

    int most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private static double[] density(double[] values, double spread, double binWidth) {
        if (values.length < LEAST_FOR_DENSITY) {
            return new double[0];
        }
        double least = values[0];
        double range = values[values.length - 1] - least;
        double deviation = Math.sqrt(variance(values));
        double robust = spread > 0 ? Math.min(deviation, spread / 1.34) : deviation;
        double kernel = 0.9 * robust / Math.pow(values.length, 0.2);
        double step = range / (STEPS - 1);
        double[] fine = new double[STEPS];
        for (double value : values) {
            fine[bin(value, least, step, STEPS)]++;
        }
        return smoothed(fine, Math.max(kernel / step, 0.5), binWidth / step);
    }

    /// @param kernel its standard deviation, in steps
    private static double[] smoothed(double[] fine, double kernel, double stepsInBin) {
        double[] smooth = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double distance = (i - j) / kernel;
                smooth[i] += fine[j] * Math.exp(-distance * distance / 2);
            }
            smooth[i] *= stepsInBin / (kernel * Math.sqrt(2 * Math.PI));
        }
        return smooth;
    }

    static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return squares / Math.max(1, values.length - 1);
    }
}
