package parley.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions.Slope;

/// What a reader has to know about a chart, in short lines.
record Notes(XmrChart chart) {
    /// What makes the limits less than they look.
    List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        if (chart.size() == 1) {
            cautions.add("One point has no moving range, so there are no limits yet.");
        }
        List<Phase> trial =
                chart.phases().stream().filter(phase -> phase.trial() && hasLimits(phase)).toList();
        if (!trial.isEmpty()) {
            cautions.add(trialLimits(trial));
        }
        return cautions;
    }

    private String trialLimits(List<Phase> trial) {
        if (chart.phases().size() == 1) {
            return "Trial limits: they come from %s and will move as more come."
                    .formatted(count(trial.getFirst().basis(), "value"));
        }
        return "Trial limits, from few values, in %s of %d phases."
                .formatted(
                        trial.size() == chart.phases().size() ? "all" : trial.size(),
                        chart.phases().size());
    }

    private static boolean hasLimits(Phase phase) {
        return Double.isFinite(phase.limits().upper());
    }

    /// How the chart was worked out.
    List<String> method() {
        List<String> method = new ArrayList<>();
        method.add(count(chart.size(), "point"));
        method.add("limits: " + RuleWords.limits(chart.options()));
        method.add("rules: " + RuleWords.name(chart.options().profile()));
        if (chart.options().slope() != Slope.NONE) {
            boolean halves = chart.options().slope() == Slope.HALF_AVERAGES;
            method.add("sloped by " + (halves ? "half-averages" : "least squares"));
        }
        if (chart.options().season() > 0) {
            method.add("season of %d taken out".formatted(chart.options().season()));
        }
        if (chart.options().screened()) {
            method.add("without ranges above their limit");
        }
        method.addAll(repairs());
        return method;
    }

    private List<String> repairs() {
        List<String> repairs = new ArrayList<>();
        XmrChart.Repairs done = chart.repairs();
        if (done.missing() > 0) {
            repairs.add("%,d without a value left out".formatted(done.missing()));
        }
        if (done.moved() > 0) {
            repairs.add("%,d put in order".formatted(done.moved()));
        }
        if (done.duplicates() > 0) {
            repairs.add("%,d at the same time as others".formatted(done.duplicates()));
        }
        return repairs;
    }

    static String count(int count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
