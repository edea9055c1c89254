package parley.bench.load;

import org.HdrHistogram.Histogram;

/// Lengths of time, kept to three digits.
public final class Latencies {
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Histogram nanos = new Histogram(DIGITS);

    void record(long duration) {
        nanos.recordValue(Math.max(0, duration));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /// The time that this share of all did not exceed; 0 if there are none.
    ///
    /// @param percent 50 for the median, 100 for the longest
    public double micros(double percent) {
        return nanos.getValueAtPercentile(percent) / NANOS_PER_MICROSECOND;
    }

    /// As [#micros(double)], in milliseconds.
    public double millis(double percent) {
        return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLISECOND;
    }
}
