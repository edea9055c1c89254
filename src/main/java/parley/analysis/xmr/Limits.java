package parley.analysis.xmr;

/// The lines of a chart at one point; NaN where there are too few points for one. The lower limit
/// is never floored.
public record Limits(
        double centre,
        double lower,
        double upper,
        double lowerQuartile,
        double upperQuartile,
        double averageRange,
        double upperRange) {}
