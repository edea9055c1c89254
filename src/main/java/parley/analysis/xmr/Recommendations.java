package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.List;

/// Says what to look at next. Nothing is recommended that the data gives no reason for.
final class Recommendations {
    /// Above it, more than a third of a value's variation is that of the one before it.
    private static final double STRONG = 0.6;

    private final XmrChart chart;
    private final Figures figures;

    Recommendations(XmrChart chart) {
        this.chart = chart;
        this.figures = Figures.of(chart);
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (chart.size() < Xmr.ENOUGH) {
            sentences.add(collect());
            return sentences;
        }
        points(sentences);
        shifts(sentences);
        trends(sentences);
        if (chart.isStable()) {
            stable(sentences);
        }
        correlation(sentences);
        capability(sentences);
        return sentences;
    }

    private String collect() {
        return "Chart it again when there are "
                + (Xmr.ENOUGH - chart.size())
                + " more values at least; "
                + (Xmr.SURE - chart.size())
                + " more make the limits firm.";
    }

    /// Where to start: the value that is farthest out, or the widest move.
    private void points(List<String> sentences) {
        int farthest = -1;
        for (int i : chart.signals(Rule.OUTSIDE_LIMITS)) {
            farthest = farthest < 0 || beyond(i) > beyond(farthest) ? i : farthest;
        }
        if (farthest >= 0) {
            sentences.add(
                    "Find out what was different at "
                            + chart.label(farthest)
                            + ": "
                            + figures.value(chart.value(farthest))
                            + " is the farthest outside the limits.");
            return;
        }
        int widest = -1;
        for (int i : chart.signals(Rule.RANGE)) {
            widest = widest < 0 || chart.range(i) > chart.range(widest) ? i : widest;
        }
        if (widest > 0) {
            sentences.add(
                    "Find out what happened between "
                            + chart.label(widest - 1)
                            + " and "
                            + chart.label(widest)
                            + ": the value went from "
                            + figures.value(chart.value(widest - 1))
                            + " to "
                            + figures.value(chart.value(widest))
                            + ".");
        }
    }

    private double beyond(int index) {
        Limits limits = chart.limitsAt(index);
        return Math.max(chart.value(index) - limits.upper(), limits.lower() - chart.value(index));
    }

    private void shifts(List<String> sentences) {
        List<Stretch> runs = Stretch.runs(chart);
        if (runs.isEmpty()) {
            return;
        }
        Stretch last = runs.getLast();
        if (chart.phases().size() == 1 && runs.getFirst().direction() != last.direction()) {
            sentences.add(
                    "It has moved "
                            + (last.direction() > 0 ? "up" : "down")
                            + " over the whole time. If that is known and goes on, chart it with a"
                            + " slope.");
        }
        String since = chart.label(last.from());
        sentences.add(
                "Look for what changed around "
                        + since
                        + (last.from() > chart.phaseAt(last.from()).from()
                                ? ". If the cause is known and lasts, start a new phase at "
                                        + since
                                        + "."
                                : " or before."));
    }

    private void trends(List<String> sentences) {
        List<Stretch> trends = Stretch.trends(chart);
        if (!trends.isEmpty()) {
            Stretch last = trends.getLast();
            sentences.add(
                    "Look for what has driven it "
                            + (last.direction() > 0 ? "up" : "down")
                            + " between "
                            + chart.label(last.from())
                            + " and "
                            + chart.label(last.to())
                            + ".");
        }
    }

    private void stable(List<String> sentences) {
        Phase phase = chart.phases().getLast();
        Limits limits = chart.limitsAt(chart.size() - 1);
        if (!(limits.averageRange() > 0)) {
            return;
        }
        sentences.add(
                "No single value asks for an explanation. To get other values than those between "
                        + figures.line(limits.lower())
                        + " and "
                        + figures.line(limits.upper())
                        + ", the process itself must change.");
        if (!phase.trial() && chart.options().baseline().isEmpty()) {
            sentences.add(
                    "Lock the limits on the values up to "
                            + chart.label(phase.to())
                            + " and hold the next ones against them.");
        }
    }

    private void correlation(List<String> sentences) {
        if (chart.size() >= Cautions.ENOUGH_TO_CORRELATE && chart.autocorrelation() > STRONG) {
            sentences.add(
                    "Chart it by a longer interval than from "
                            + chart.label(chart.size() - 2)
                            + " to "
                            + chart.label(chart.size() - 1)
                            + ": values that far apart depend less on each other.");
        }
    }

    private void capability(List<String> sentences) {
        if (chart.capability() instanceof Capability.Known known && known.cpk() < 1) {
            sentences.add(
                    chart.isStable()
                            ? "The limits reach beyond what is demanded ("
                                    + known.words()
                                    + "): move the centre or narrow the variation."
                            : "Make it stable before its capability is judged ("
                                    + known.words()
                                    + ").");
        }
    }
}
