package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Says which points are signals by which rule, the strongest rule first.
final class SignalWords {
    /// More would not be read.
    private static final int MOST = 4;

    private final XmrChart chart;
    private final Figures figures;

    SignalWords(XmrChart chart) {
        this.chart = chart;
        this.figures = Figures.of(chart);
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        chart.signalsByRule().keySet().forEach(rule -> sentences.add(sentence(rule)));
        return sentences;
    }

    private String sentence(Rule rule) {
        int[] points = chart.signals(rule);
        return switch (rule) {
            case OUTSIDE_LIMITS -> "Outside the limits: " + listed(points, this::outside) + ".";
            case RANGE -> "Moved further than routine: " + listed(points, this::moved) + ".";
            case NEAR_LIMIT -> near(points);
            case RUN -> joined(Stretch.runs(chart), this::run);
            case TREND -> joined(Stretch.trends(chart), this::trend);
            case ALTERNATING ->
                    "The values go up and down by turns: 14 or more until "
                            + listed(points, chart::label)
                            + ".";
            case WITHIN_ONE_SIGMA ->
                    "15 or more in a row keep closer to the centre than chance lets them, until "
                            + listed(points, chart::label)
                            + ".";
            case BEYOND_ONE_SIGMA ->
                    "8 or more in a row avoid the centre, on both sides of it, until "
                            + listed(points, chart::label)
                            + ".";
        };
    }

    private String outside(int index) {
        Limits limits = chart.limitsAt(index);
        boolean above = chart.value(index) > limits.upper();
        return chart.label(index)
                + " ("
                + figures.value(chart.value(index))
                + (above ? ", above " : ", below ")
                + figures.line(above ? limits.upper() : limits.lower())
                + ")";
    }

    private String moved(int index) {
        return "by "
                + figures.value(chart.range(index))
                + " to "
                + chart.label(index)
                + " ("
                + figures.value(chart.value(index))
                + "; the range limit is "
                + figures.line(chart.limitsAt(index).upperRange())
                + ")";
    }

    private String near(int[] points) {
        String rule =
                chart.options().profile().near().stream()
                        .map(near -> near.needed() + " of " + near.of())
                        .collect(Collectors.joining(" or "));
        return "Nearer to a limit than routine, "
                + rule
                + " in succession: "
                + listed(points, i -> chart.label(i) + " (" + figures.value(chart.value(i)) + ")")
                + ".";
    }

    private String run(Stretch run) {
        return run.length()
                + " in a row "
                + (run.direction() > 0 ? "above" : "below")
                + " the centre "
                + figures.line(chart.limitsAt(run.from()).centre())
                + span(run);
    }

    private String trend(Stretch trend) {
        return trend.length()
                + " in a row that only "
                + (trend.direction() > 0 ? "rise" : "fall")
                + span(trend);
    }

    private String span(Stretch stretch) {
        String since = chart.label(stretch.from());
        return stretch.to() == chart.size() - 1
                ? ", since " + since + ", and it still holds"
                : ", from " + since + " to " + chart.label(stretch.to());
    }

    /// The latest first: it is what can still be looked into.
    private static String joined(List<Stretch> stretches, Function<Stretch, String> words) {
        String shown =
                stretches.reversed().stream()
                        .limit(MOST)
                        .map(words)
                        .collect(Collectors.joining("; "));
        return shown + more(stretches.size()) + ".";
    }

    private static String listed(int[] points, IntFunction<String> words) {
        String shown =
                Arrays.stream(points).limit(MOST).mapToObj(words).collect(Collectors.joining(", "));
        return shown + more(points.length);
    }

    private static String more(int count) {
        return count <= MOST ? "" : ", and " + (count - MOST) + " more";
    }
}
