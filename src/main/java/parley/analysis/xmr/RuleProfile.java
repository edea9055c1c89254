package parley.analysis.xmr;

import java.util.List;

/// Sets of rules as practitioners know them: run lengths, ties, and which points are marked. In all
/// of them a value on a limit is inside, a value on the centre line breaks a run, and two equal
/// values break a trend. One σ is a third of the way from the centre to a limit.
public enum RuleProfile {
    WHEELER("wheeler", true, 8, 0, Marking.ALL, List.of(new Near(3, 4, 1.0 / 2, false)), false),
    WESTERN_ELECTRIC(
            "western-electric",
            false,
            8,
            0,
            Marking.COMPLETING,
            List.of(new Near(2, 3, 2.0 / 3, false), new Near(4, 5, 1.0 / 3, false)),
            false),
    /// As Minitab applies them.
    NELSON(
            "nelson",
            false,
            9,
            6,
            Marking.COMPLETING,
            List.of(new Near(2, 3, 2.0 / 3, false), new Near(4, 5, 1.0 / 3, false)),
            true),
    /// NHS England's "Making Data Count".
    NHS("nhs", false, 7, 7, Marking.ALL, List.of(new Near(2, 3, 2.0 / 3, true)), false);

    private final String wireName;
    private final boolean testsRanges;
    private final int run;
    private final int trend;
    private final Marking marking;

    // Lists from List.of cannot be changed; their type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Near> near;

    private final boolean testsSpread;

    RuleProfile(
            String wireName,
            boolean testsRanges,
            int run,
            int trend,
            Marking marking,
            List<Near> near,
            boolean testsSpread) {
        this.wireName = wireName;
        this.testsRanges = testsRanges;
        this.run = run;
        this.trend = trend;
        this.marking = marking;
        this.near = near;
        this.testsSpread = testsSpread;
    }

    public String wireName() {
        return wireName;
    }

    /// Whether a moving range above its limit is a signal.
    public boolean testsRanges() {
        return testsRanges;
    }

    /// How many points in a row on one side of the centre are a signal.
    public int run() {
        return run;
    }

    /// How many points that only rise or only fall are a signal; 0 where that is not tested.
    public int trend() {
        return trend;
    }

    public Marking marking() {
        return marking;
    }

    /// When several points near a limit are a signal.
    public List<Near> near() {
        return near;
    }

    /// Whether 14 alternating points, 15 within one σ, and 8 beyond one σ on both sides are
    /// signals.
    public boolean testsSpread() {
        return testsSpread;
    }

    /// Which points of a pattern are marked.
    public enum Marking {
        /// Runs and trends from their first point on; of the points near a limit those that are.
        ALL,
        /// The point that completes the pattern, and each one that prolongs it.
        COMPLETING
    }

    /// So many of so many successive points beyond a line, all of these on the same side.
    ///
    /// @param line where the line is on the way from the centre (0) to the limit (1)
    /// @param strict whether all points must be on that side of the centre, and those that count
    ///   inside the limit
    public record Near(int needed, int of, double line, boolean strict) {}
}
