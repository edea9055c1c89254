package parley.analysis.xmr;

/// What can make a point a signal, the strongest first.
public enum Rule {
    /// Beyond a natural process limit.
    OUTSIDE_LIMITS("outside-limits", 1),
    /// Its moving range is beyond the upper range limit.
    RANGE("range", 2),
    /// Among several points nearer to a limit than to the centre.
    NEAR_LIMIT("near-limit", 4),
    /// In a run on one side of the centre.
    RUN("run", 8),
    /// In a run that only rises or only falls.
    TREND("trend", 16),
    ALTERNATING("alternating", 32),
    WITHIN_ONE_SIGMA("within-one-sigma", 64),
    BEYOND_ONE_SIGMA("beyond-one-sigma", 128);

    private final String wireName;
    private final int bit;

    Rule(String wireName, int bit) {
        this.wireName = wireName;
        this.bit = bit;
    }

    public String wireName() {
        return wireName;
    }

    /// Its place in a set of rules that is kept as a number.
    int bit() {
        return bit;
    }
}
