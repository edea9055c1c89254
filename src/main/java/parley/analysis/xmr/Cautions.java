package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.analysis.xmr.XmrChart.Repairs;

/// Says what keeps a chart from being taken at its word.
final class Cautions {
    /// With fewer values, chance alone makes them look alike.
    static final int ENOUGH_TO_CORRELATE = 20;

    /// Ranges that take fewer values inside their limit are measured too coarsely (Wheeler).
    private static final int FINE_STEPS = 4;

    private final XmrChart chart;
    private final Figures figures;

    Cautions(XmrChart chart) {
        this.chart = chart;
        this.figures = Figures.of(chart);
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (chart.size() >= Xmr.ENOUGH) {
            trial(sentences);
            locked(sentences);
            screening(sentences);
            correlated(sentences);
            coarse(sentences);
            belowZero(sentences);
        }
        repaired(sentences);
        return sentences;
    }

    private void trial(List<String> sentences) {
        Phase phase = chart.phases().getLast();
        if (phase.trial()) {
            sentences.add(
                    "The limits come from "
                            + phase.basis()
                            + " values and are trial limits; from "
                            + Xmr.SURE
                            + " on they are firm.");
        }
    }

    private void locked(List<String> sentences) {
        chart.options()
                .baseline()
                .ifPresent(span ->
                        sentences.add(
                                "The limits are locked on the values from "
                                        + chart.label(span.from())
                                        + " to "
                                        + chart.label(span.to())
                                        + "."));
    }

    /// A few wide ranges can widen the limits so far that they hide signals.
    private void screening(List<String> sentences) {
        if (chart.options().screened()) {
            return;
        }
        XmrChart screened = chart.under(chart.options().screening());
        int before = chart.signals(Rule.OUTSIDE_LIMITS).length;
        int after = screened.signals(Rule.OUTSIDE_LIMITS).length;
        if (before != after) {
            Limits limits = screened.limitsAt(screened.size() - 1);
            sentences.add(
                    "Without the ranges above their limit the limits would be "
                            + figures.line(limits.lower())
                            + " and "
                            + figures.line(limits.upper())
                            + ", with "
                            + after
                            + " values outside instead of "
                            + before
                            + ".");
        }
    }

    private void correlated(List<String> sentences) {
        double correlation = chart.autocorrelation();
        if (chart.size() < ENOUGH_TO_CORRELATE
                || !(Math.abs(correlation) > 2 / Math.sqrt(chart.size()))) {
            return;
        }
        String figure = String.format(Locale.ROOT, "%.2f", correlation);
        sentences.add(
                correlation > 0
                        ? "Each value resembles the one before it (autocorrelation "
                                + figure
                                + "), which makes the limits narrower than the process is."
                        : "High and low values take turns (autocorrelation "
                                + figure
                                + "), which makes the limits wider than the process is.");
    }

    private void coarse(List<String> sentences) {
        Set<Double> steps = new HashSet<>();
        for (int i = 0; i < chart.size() && steps.size() < FINE_STEPS; i++) {
            if (chart.range(i) <= chart.limitsAt(i).upperRange()) {
                // Equal to seven digits is equal: 0.3 − 0.2 is not quite 0.1.
                steps.add((double) (float) chart.range(i));
            }
        }
        if (chart.phases().getLast().limits().averageRange() > 0 && steps.size() < FINE_STEPS) {
            sentences.add(
                    "The values are measured coarsely: inside their limit the ranges take only "
                            + steps.size()
                            + " different sizes, so that the limits are rough.");
        }
    }

    private void belowZero(List<String> sentences) {
        double lower = chart.limitsAt(chart.size() - 1).lower();
        for (int i = 0; i < chart.size(); i++) {
            if (chart.value(i) < 0) {
                return;
            }
        }
        if (lower < 0) {
            sentences.add(
                    "The lower limit "
                            + figures.line(lower)
                            + " is below zero, where none of the values is: one that is low can"
                            + " hardly be a signal by itself.");
        }
    }

    private void repaired(List<String> sentences) {
        Repairs repairs = chart.repairs();
        if (repairs.missing() > 0) {
            sentences.add(
                    repairs.missing()
                            + (repairs.missing() == 1 ? " value is" : " values are")
                            + " missing; "
                            + chart.validRanges()
                            + " moving ranges were used.");
        }
        if (repairs.moved() > 0) {
            sentences.add(repairs.moved() + " were not in the order of time and have been moved.");
        }
        if (repairs.duplicates() > 0) {
            sentences.add(
                    repairs.duplicates()
                            + " share their time with another one; each is a point of its own.");
        }
    }
}
