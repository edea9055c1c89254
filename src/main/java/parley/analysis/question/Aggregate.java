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
    /// The maximum less the minimum.
    SPREAD("range"),
    /// On how many days.
    DAYS("number of days"),
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
            case SUM, MEAN, MEDIAN, SPREAD, DEVIATION, PERCENTILE -> true;
            case COUNT, DISTINCT, DAYS, LEAST, GREATEST -> false;
        };
    }

    /// Whether it stays the same when rows are repeated, so that it can be worked out of a column
    /// that is joined to several rows each.
    boolean isOfKinds() {
        return switch (this) {
            case DISTINCT, DAYS, LEAST, GREATEST, SPREAD -> true;
            case COUNT, SUM, MEAN, MEDIAN, DEVIATION, PERCENTILE -> false;
        };
    }

    /// Whether it needs the values in order.
    boolean isRanked() {
        return this == MEDIAN || this == PERCENTILE;
    }
}
