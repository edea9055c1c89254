package parley.analysis.xmr;

import parley.analysis.xmr.XmrOptions.Dispersion;

/// The scaling constants of the limits, by who publishes them. They differ in the third digit, so
/// they are always named with a result.
public enum Constants {
    /// 2.66 and 3.268 for mean ranges, 3.145 and 3.865 for median ranges (Wheeler).
    WHEELER("wheeler", 2.66, 3.268, 3.145, 3.865),
    /// 3 / 1.128 and 3.267 (NIST/SEMATECH e-Handbook, 6.3.2.2). It gives none for median ranges;
    /// those follow from its own, with 0.954 for the median of a range.
    NIST("nist", 3 / 1.128, 3.267, 3 / 0.954, 3.267 * 1.128 / 0.954),
    /// 3 / d2 and D4 with d2 = 2/√π, unrounded.
    EXACT(
            "exact",
            3 / Normal.D2,
            Normal.UPPER,
            3 / Normal.D4,
            Normal.UPPER * Normal.D2 / Normal.D4);

    private final String wireName;
    private final double limitByMean;
    private final double rangeByMean;
    private final double limitByMedian;
    private final double rangeByMedian;

    Constants(
            String wireName,
            double limitByMean,
            double rangeByMean,
            double limitByMedian,
            double rangeByMedian) {
        this.wireName = wireName;
        this.limitByMean = limitByMean;
        this.rangeByMean = rangeByMean;
        this.limitByMedian = limitByMedian;
        this.rangeByMedian = rangeByMedian;
    }

    public String wireName() {
        return wireName;
    }

    /// How many average ranges the limits are from the centre.
    public double limitFactor(Dispersion dispersion) {
        return switch (dispersion) {
            case MEAN_RANGE -> limitByMean;
            case MEDIAN_RANGE -> limitByMedian;
        };
    }

    /// How many average ranges the upper range limit is.
    public double rangeFactor(Dispersion dispersion) {
        return switch (dispersion) {
            case MEAN_RANGE -> rangeByMean;
            case MEDIAN_RANGE -> rangeByMedian;
        };
    }

    /// How many sigmas the average range is: d2 for mean ranges, 0.954 for median ranges.
    double sigma(Dispersion dispersion) {
        boolean exact = this == EXACT;
        return switch (dispersion) {
            case MEAN_RANGE -> exact ? Normal.D2 : 1.128;
            case MEDIAN_RANGE -> exact ? Normal.D4 : 0.954;
        };
    }

    /// The range |a − b| of two independent values of a normal distribution with σ = 1. It is
    /// half-normal with scale √2.
    private static final class Normal {
        /// Its mean, d2 = 2/√π.
        private static final double D2 = 2 / Math.sqrt(Math.PI);

        /// Its standard deviation, d3 = √(2 − 4/π).
        private static final double D3 = Math.sqrt(2 - 4 / Math.PI);

        /// Its median, √2 · Φ⁻¹(3/4).
        private static final double D4 = Math.sqrt(2) * 0.6744897501960817;

        /// D4 of the tables, 1 + 3·d3/d2.
        private static final double UPPER = 1 + 3 * D3 / D2;
    }
}
