package parley.analysis.xmr;

import java.util.Arrays;

/// Averages that are right to the last digit, whatever the size of the values.
final class Sums {
    private Sums() {}

    /// The mean of the values from `from` up to `to`, without it. The sum is carried in two numbers
    /// (Knuth's exact addition), so the mean of equal values is that value and a value that ties
    /// with the mean is seen to.
    static double mean(double[] values, int from, int to) {
        double sum = 0;
        double rest = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            double next = sum + value;
            double part = next - sum;
            rest += (sum - (next - part)) + (value - part);
            sum = next;
        }
        int count = to - from;
        if (!Double.isFinite(sum)) {
            return meanOfParts(values, from, to);
        }
        double mean = sum / count;
        return mean + (Math.fma(-mean, count, sum) + rest) / count;
    }

    /// For values whose sum is beyond what a number can hold.
    private static double meanOfParts(double[] values, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += values[i] / (to - from);
        }
        return mean;
    }

    static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /// The standard deviation with n − 1; NaN for fewer than two values.
    static double deviation(double[] values, int from, int to) {
        double mean = mean(values, from, to);
        double squares = 0;
        for (int i = from; i < to; i++) {
            double distance = values[i] - mean;
            squares = Math.fma(distance, distance, squares);
        }
        return Math.sqrt(squares / (to - from - 1));
    }

    /// Of each value with the one before it; NaN for values that do not differ.
    static double autocorrelation(double[] values) {
        double mean = mean(values, 0, values.length);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            squares = Math.fma(distance, distance, squares);
            if (i > 0) {
                products = Math.fma(distance, values[i - 1] - mean, products);
            }
        }
        return products / squares;
    }
}
