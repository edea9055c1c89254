package parley.analysis.question;

/// How many values become one.
enum Aggregate {
    COUNT("number of rows"),
    DISTINCT("number of different values"),
    SUM("sum"),
    MEAN("mean"),
    MEDIAN("median"),
    LEAST("minimum"),
    GREATEST("maximum"),
    /// Of a sample: over n − 1.
    DEVIATION("standard deviation"),
    /// Interpolated linearly (type 7 of Hyndman and Fan).
    PERCENTILE("percentile");

    private final String noun;

    Aggregate(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /// Whether it calculates, so that only numbers will do.
    boolean needsNumbers() {
        return switch (this) {
            case SUM, MEAN, MEDIAN, DEVIATION, PERCENTILE -> true;
            case COUNT, DISTINCT, LEAST, GREATEST -> false;
        };
    }

    /// Whether it needs the values in order.
    boolean isRanked() {
        return this == MEDIAN || this == PERCENTILE;
    }
}
