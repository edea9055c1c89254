package parley.analysis.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import parley.analysis.xmr.Limits;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;

/// What one of the two charts shows: values, their lines, and which of them are signals.
///
/// @param values one for each point; NaN where there is none
/// @param begins whether the line through the points is interrupted before a point
/// @param signals the points to mark, by the strongest rule
/// @param fromZero whether the axis begins there
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record PanelContent(
        double[] values,
        boolean[] begins,
        List<Stretch> stretches,
        Map<Rule, int[]> signals,
        boolean fromZero) {

    /// What a line means, and with that how it is drawn.
    enum Kind {
        LIMIT,
        CENTRE,
        QUARTILE
    }

    /// A line.
    ///
    /// @param first its number at the first point of the stretch
    /// @param last its number at the last one
    record Level(Kind kind, String name, double first, double last) {
        boolean isKnown() {
            return Double.isFinite(first) && Double.isFinite(last);
        }
    }

    /// Points with the same lines.
    record Stretch(int from, int to, List<Level> levels) {
        List<Level> of(Kind kind) {
            return levels.stream().filter(level -> level.kind() == kind).toList();
        }
    }

    static PanelContent values(XmrChart chart) {
        List<Stretch> stretches = new ArrayList<>();
        for (Phase phase : chart.phases()) {
            Limits first = phase.limits();
            Limits last = chart.limitsAt(phase.to());
            stretches.add(stretch(phase, valueLevels(chart, first, last)));
        }
        return new PanelContent(
                IntStream.range(0, chart.size()).mapToDouble(chart::value).toArray(),
                begins(chart),
                stretches,
                signals(chart, Set.of(Rule.RANGE), false),
                false);
    }

    static PanelContent ranges(XmrChart chart) {
        List<Stretch> stretches = new ArrayList<>();
        for (Phase phase : chart.phases()) {
            stretches.add(stretch(phase, rangeLevels(chart, phase.limits())));
        }
        return new PanelContent(
                IntStream.range(0, chart.size()).mapToDouble(chart::range).toArray(),
                begins(chart),
                stretches,
                signals(chart, Set.of(Rule.RANGE), true),
                true);
    }

    private static Stretch stretch(Phase phase, List<Level> levels) {
        return new Stretch(
                phase.from(), phase.to(), levels.stream().filter(Level::isKnown).toList());
    }

    private static List<Level> valueLevels(XmrChart chart, Limits first, Limits last) {
        if (first.upper() == first.lower()) {
            return List.of(new Level(Kind.CENTRE, "all lines", first.centre(), last.centre()));
        }
        String centre = chart.options().centre() == Centre.MEAN ? "mean" : "median";
        return List.of(
                new Level(Kind.LIMIT, "upper limit", first.upper(), last.upper()),
                new Level(Kind.QUARTILE, "quartile", first.upperQuartile(), last.upperQuartile()),
                new Level(Kind.CENTRE, centre, first.centre(), last.centre()),
                new Level(Kind.QUARTILE, "quartile", first.lowerQuartile(), last.lowerQuartile()),
                new Level(Kind.LIMIT, "lower limit", first.lower(), last.lower()));
    }

    private static List<Level> rangeLevels(XmrChart chart, Limits limits) {
        if (limits.upperRange() == 0) {
            return List.of(new Level(Kind.CENTRE, "all lines", 0, 0));
        }
        String centre = chart.options().dispersion() == Dispersion.MEAN_RANGE ? "mean" : "median";
        double average = limits.averageRange();
        double upper = limits.upperRange();
        return List.of(
                new Level(Kind.LIMIT, "upper limit", upper, upper),
                new Level(Kind.CENTRE, centre, average, average));
    }

    private static boolean[] begins(XmrChart chart) {
        boolean[] begins = new boolean[chart.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = Double.isNaN(chart.range(i));
        }
        return begins;
    }

    /// @param only whether to take these rules, instead of all but these
    private static Map<Rule, int[]> signals(XmrChart chart, Set<Rule> rules, boolean only) {
        Map<Rule, IntStream.Builder> found = new EnumMap<>(Rule.class);
        for (int point : chart.signals()) {
            chart.rules(point).stream()
                    .filter(rule -> rules.contains(rule) == only)
                    .findFirst()
                    .ifPresent(rule ->
                            found.computeIfAbsent(rule, ignored -> IntStream.builder()).add(point));
        }
        Map<Rule, int[]> signals = new EnumMap<>(Rule.class);
        found.forEach((rule, points) -> signals.put(rule, points.build().toArray()));
        return signals;
    }
}
