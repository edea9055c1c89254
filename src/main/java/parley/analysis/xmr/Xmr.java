package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Span;
import parley.error.AppException;

/// Works out charts of individual values and moving ranges (Wheeler, "Understanding Variation";
/// NIST/SEMATECH e-Handbook, 6.3.2.2). Nothing is rounded before it is tested. Takes time in
/// proportion to the number of points, if they come in the order of time.
public final class Xmr {
    /// Limits from fewer points are trial limits.
    public static final int SURE = 13;

    /// Fewer points are too few to judge.
    public static final int ENOUGH = 6;

    private Xmr() {}

    /// The chart of observations, which may come in any order of time. Observations without a value
    /// are not plotted; if one has no time, all stay in the order given.
    ///
    /// @throws AppException (400) the options do not fit these points
    public static XmrChart chart(List<Observation> data, XmrOptions options) {
        return chart(Series.of(data), options);
    }

    static XmrChart chart(Series given, XmrOptions options) {
        checkSpecification(options);
        Series series = given;
        if (options.season() != 0) {
            series = given.with(Season.takenOutOf(given, options.season()));
        }
        Boundaries boundaries = Boundaries.of(options, series.size());
        double[] ranges = ranges(series, boundaries, options.gaps());
        List<Phase> phases = phases(boundaries, new Estimate(options, series.values(), ranges));
        byte[] rules = new byte[series.size()];
        for (Phase phase : phases) {
            new Detector(options.profile(), series.values(), ranges, phase, rules).detect();
        }
        return new XmrChart(options, given, series.values(), ranges, rules, phases);
    }

    /// The chart of values without times, labelled `1`, `2`, ….
    public static XmrChart chart(double[] values, XmrOptions options) {
        var data = new ArrayList<Observation>(values.length);
        for (double value : values) {
            data.add(new Observation(Integer.toString(data.size() + 1), Optional.empty(), value));
        }
        return chart(data, options);
    }

    private static void checkSpecification(XmrOptions options) {
        double lower = options.lowerSpecification().orElse(Double.NEGATIVE_INFINITY);
        double upper = options.upperSpecification().orElse(Double.POSITIVE_INFINITY);
        if (!(lower < upper)) {
            throw AppException.invalid(
                    "upperSpecification",
                    "The upper specification limit "
                            + upper
                            + " must be above the lower one, which is "
                            + lower
                            + ".");
        }
    }

    private static double[] ranges(Series series, Boundaries boundaries, Gaps gaps) {
        double[] values = series.values();
        double[] ranges = new double[values.length];
        for (int i = 1; i < ranges.length; i++) {
            ranges[i] = Math.abs(values[i] - values[i - 1]);
        }
        for (Span phase : boundaries.phases()) {
            ranges[phase.from()] = Double.NaN;
        }
        if (gaps == Gaps.BREAK) {
            series.gaps().stream()
                    .filter(i -> i < ranges.length)
                    .forEach(i -> ranges[i] = Double.NaN);
        }
        return ranges;
    }

    private static List<Phase> phases(Boundaries boundaries, Estimate estimate) {
        return boundaries.phases().stream()
                .map(span -> estimate.phase(span.from(), span.to(), boundaries.basis(span)))
                .toList();
    }
}
