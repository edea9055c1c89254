package parley.cli.xmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.analysis.xmr.Figures;
import parley.analysis.xmr.Insights;
import parley.analysis.xmr.Limits;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.XmrChart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is told of a chart, for people and for programs.
public final class XmrReport {
    private final SeriesFile series;
    private final XmrChart chart;
    private final Insights insights;

    public XmrReport(SeriesFile series, XmrChart chart) {
        this.series = series;
        this.chart = chart;
        this.insights = Insights.of(chart, series.valueName());
    }

    /// A row for each phase, the header first.
    public List<List<String>> statistics() {
        Figures figures = Figures.of(chart);
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "FROM",
                        "TO",
                        "POINTS",
                        "CENTRE",
                        "LOWER",
                        "UPPER",
                        "AVERAGE RANGE",
                        "RANGE LIMIT",
                        "LIMITS"));
        for (Phase phase : chart.phases()) {
            Limits limits = phase.limits();
            rows.add(
                    List.of(
                            chart.label(phase.from()),
                            chart.label(phase.to()),
                            Integer.toString(phase.to() - phase.from() + 1),
                            figures.line(limits.centre()),
                            figures.line(limits.lower()),
                            figures.line(limits.upper()),
                            figures.line(limits.averageRange()),
                            figures.line(limits.upperRange()),
                            basis(phase, figures)));
        }
        return rows;
    }

    private static String basis(Phase phase, Figures figures) {
        return (phase.trial() ? "trial, from " : "from ")
                + phase.basis()
                + (phase.slope() == 0 ? "" : ", rising by " + figures.line(phase.slope()));
    }

    /// A row for each signal, the header first.
    public List<List<String>> signals() {
        Figures figures = Figures.of(chart);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("POINT", "AT", "VALUE", "RULES"));
        for (int i : chart.signals()) {
            rows.add(
                    List.of(
                            Integer.toString(i + 1),
                            chart.label(i),
                            figures.value(chart.value(i)),
                            chart.rules(i).stream()
                                    .map(Rule::wireName)
                                    .collect(Collectors.joining(", "))));
        }
        return rows;
    }

    /// The rules, constants and lines that were chosen.
    public String method() {
        return "%s rules, %s constants, %s, %s"
                .formatted(
                        chart.options().profile().wireName(),
                        chart.options().constants().wireName(),
                        words(chart.options().centre()),
                        words(chart.options().dispersion()));
    }

    public Insights insights() {
        return insights;
    }

    /// All of it.
    public String json() {
        ObjectNode report = JsonMapper.shared().createObjectNode();
        report.put("x", series.timeName()).put("y", series.valueName());
        report.put("points", chart.size()).put("validRanges", chart.validRanges());
        report.put("processStable", insights.processStable());
        report.put("profile", chart.options().profile().wireName());
        report.put("constants", chart.options().constants().wireName());
        report.put("centre", words(chart.options().centre()));
        report.put("dispersion", words(chart.options().dispersion()));
        report.put("moved", chart.repairs().moved());
        report.put("missing", chart.repairs().missing());
        report.put("duplicates", chart.repairs().duplicates());
        report.put("capability", chart.capability().words());
        var phases = report.putArray("phases");
        chart.phases().forEach(phase -> put(phases.addObject(), phase));
        var signals = report.putArray("signals");
        for (int i : chart.signals()) {
            ObjectNode signal = signals.addObject().put("index", i).put("x", chart.label(i));
            var violations = signal.put("y", chart.value(i)).putArray("violations");
            chart.rules(i).forEach(rule -> violations.add(rule.wireName()));
        }
        insights.findings().forEach(report.putArray("findings")::add);
        insights.recommendations().forEach(report.putArray("recommendations")::add);
        series.notes().forEach(report.putArray("notes")::add);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static void put(ObjectNode node, Phase phase) {
        Limits limits = phase.limits();
        node.put("from", phase.from()).put("to", phase.to());
        number(node, "centre", limits.centre());
        number(node, "lower", limits.lower());
        number(node, "upper", limits.upper());
        number(node, "lowerQuartile", limits.lowerQuartile());
        number(node, "upperQuartile", limits.upperQuartile());
        number(node, "averageRange", limits.averageRange());
        number(node, "upperRange", limits.upperRange());
        node.put("basis", phase.basis()).put("trial", phase.trial()).put("slope", phase.slope());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
