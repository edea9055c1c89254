package parley.analysis.xmr;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a chart is to be worked out. All indices are 0-based, into the points that are plotted.
///
/// @param baseline the points whose values alone set the limits ("locked"); empty for all
/// @param phaseStarts where new phases begin, ascending, without 0
/// @param season how many points a season has, whose pattern is taken out; 0 for none
/// @param screened whether limits are worked out once more without ranges above their limit
/// @param lowerSpecification what is demanded, for the capability
public record XmrOptions(
        Constants constants,
        RuleProfile profile,
        Centre centre,
        Dispersion dispersion,
        Slope slope,
        Gaps gaps,
        Optional<Span> baseline,
        List<Integer> phaseStarts,
        int season,
        boolean screened,
        OptionalDouble lowerSpecification,
        OptionalDouble upperSpecification) {
    public static final XmrOptions DEFAULT =
            new XmrOptions(
                    Constants.WHEELER,
                    RuleProfile.WHEELER,
                    Centre.MEAN,
                    Dispersion.MEAN_RANGE,
                    Slope.NONE,
                    Gaps.BREAK,
                    Optional.empty(),
                    List.of(),
                    0,
                    false,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    public XmrOptions {
        phaseStarts = List.copyOf(phaseStarts);
    }

    public XmrOptions withConstants(Constants other) {
        return new XmrOptions(
                other,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    public XmrOptions withProfile(RuleProfile other) {
        return new XmrOptions(
                constants,
                other,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    public XmrOptions withCentre(Centre other) {
        return new XmrOptions(
                constants,
                profile,
                other,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    public XmrOptions withDispersion(Dispersion other) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                other,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    public XmrOptions withSlope(Slope other) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                other,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    public XmrOptions withGaps(Gaps other) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                other,
                baseline,
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    /// With limits from these points alone.
    public XmrOptions lockedOn(Span points) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                Optional.of(points),
                phaseStarts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    /// With new phases from these points on, ascending, without 0.
    public XmrOptions splitAt(List<Integer> starts) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                starts,
                season,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    /// Without the pattern of seasons of so many points.
    public XmrOptions withSeason(int points) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                points,
                screened,
                lowerSpecification,
                upperSpecification);
    }

    /// With limits worked out once more without ranges above their limit.
    public XmrOptions screening() {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                true,
                lowerSpecification,
                upperSpecification);
    }

    /// With what is demanded of the values.
    public XmrOptions withSpecification(OptionalDouble lower, OptionalDouble upper) {
        return new XmrOptions(
                constants,
                profile,
                centre,
                dispersion,
                slope,
                gaps,
                baseline,
                phaseStarts,
                season,
                screened,
                lower,
                upper);
    }

    /// The centre line.
    public enum Centre {
        MEAN,
        MEDIAN
    }

    /// What the width of the limits comes from.
    public enum Dispersion {
        MEAN_RANGE,
        MEDIAN_RANGE
    }

    /// Whether centre and limits rise or fall with time, and how the slope is found.
    public enum Slope {
        NONE,
        /// The difference of the means of both halves over half the points (Wheeler).
        HALF_AVERAGES,
        LEAST_SQUARES
    }

    /// What a missing value does to the moving range across it.
    public enum Gaps {
        /// There is none.
        BREAK,
        /// It is the difference of the values at both sides.
        BRIDGE
    }

    /// Points from one index to another, both included.
    public record Span(int from, int to) {}
}
