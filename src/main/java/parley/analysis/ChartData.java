package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.chart.ChartText;
import parley.analysis.xmr.Capability;
import parley.analysis.xmr.Insights;
import parley.analysis.xmr.Limits;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A control chart as JSON: what clients read, and all that is needed to work it out and draw it
/// once more. Pictures are not in it.
final class ChartData {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Limits NONE =
            new Limits(
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);

    private ChartData() {}

    static ObjectNode of(Charted charted) {
        XmrChart chart = charted.chart();
        ObjectNode data = JSON.createObjectNode();
        data.put("type", "xmr");
        data.set("data", points(chart));
        data.set("insights", insights(charted));
        data.set("statistics", statistics(chart));
        data.set("analysis", analysis(charted));
        return data;
    }

    /// Works a chart out once more from its JSON.
    static Charted read(JsonNode data) {
        List<Observation> points = new ArrayList<>();
        int plotted = 0;
        JsonNode gaps = data.path("analysis").path("gaps");
        for (JsonNode point : data.path("data")) {
            gaps(gaps, points, plotted++);
            points.add(
                    ChartPoints.stored(
                            point.path("x").asString(""), point.path("y").asDouble(Double.NaN)));
        }
        JsonNode analysis = data.path("analysis");
        XmrOptions options = JSON.treeToValue(analysis.path("options"), XmrOptions.class);
        ChartText text = JSON.treeToValue(analysis.path("text"), ChartText.class);
        return new Charted(
                Xmr.chart(points, options), text, analysis.path("excluded").asString(""));
    }

    /// The missing values before a point, across which no range goes.
    private static void gaps(JsonNode gaps, List<Observation> points, int before) {
        for (JsonNode gap : gaps) {
            for (int each = 0;
                    gap.path("before").asInt(-1) == before && each < gap.path("missing").asInt(0);
                    each++) {
                points.add(new Observation("", Optional.empty(), Double.NaN));
            }
        }
    }

    private static ArrayNode gaps(XmrChart chart) {
        ArrayNode gaps = JSON.createArrayNode();
        for (int i = 0; i < chart.size(); i++) {
            if (chart.missingBefore(i) > 0) {
                gaps.addObject().put("before", i).put("missing", chart.missingBefore(i));
            }
        }
        return gaps;
    }

    private static ArrayNode points(XmrChart chart) {
        ArrayNode points = JSON.createArrayNode();
        for (int i = 0; i < chart.size(); i++) {
            ObjectNode point = points.addObject();
            point.put("x", chart.label(i));
            point.put("y", chart.value(i));
            ArrayNode violations = JSON.createArrayNode();
            chart.rules(i).forEach(rule -> violations.add(rule.wireName()));
            point.put(
                    "pointType",
                    chart.rules(i).stream().findFirst().map(Rule::wireName).orElse("normal"));
            point.set("violations", violations);
            put(point, "movingRange", chart.range(i));
        }
        return points;
    }

    private static ObjectNode insights(Charted charted) {
        XmrChart chart = charted.chart();
        Insights insights = Insights.of(chart, charted.text().valueName());
        Limits limits = limits(chart);
        ObjectNode json = JSON.createObjectNode();
        json.put("processStable", insights.processStable());
        ArrayNode out = json.putArray("outOfControlPoints");
        for (int index : chart.signals()) {
            out.add(index);
        }
        put(json, "averageValue", average(chart));
        put(json, "averageRange", limits.averageRange());
        json.put(
                "processCapability",
                chart.capability() instanceof Capability.Known known ? known.words() : null);
        ArrayNode recommendations = json.putArray("recommendations");
        insights.recommendations().forEach(recommendations::add);
        ArrayNode findings = json.putArray("findings");
        insights.findings().forEach(findings::add);
        return json;
    }

    private static ObjectNode statistics(XmrChart chart) {
        Limits limits = limits(chart);
        ObjectNode json = JSON.createObjectNode();
        ObjectNode values = json.putObject("individualLimits");
        put(values, "UCL", limits.upper());
        put(values, "LCL", limits.lower());
        put(values, "mean", limits.centre());
        ObjectNode ranges = json.putObject("movingRangeLimits");
        put(ranges, "UCL", limits.upperRange());
        // A range is never below nothing.
        put(ranges, "LCL", Double.isNaN(limits.upperRange()) ? Double.NaN : 0);
        json.put("totalPoints", chart.size());
        json.put("validRanges", chart.validRanges());
        return json;
    }

    private static ObjectNode analysis(Charted charted) {
        XmrChart chart = charted.chart();
        XmrOptions options = chart.options();
        ObjectNode json = JSON.createObjectNode();
        json.put("profile", options.profile().wireName());
        json.put("constants", options.constants().wireName());
        json.put("centre", ChartOptions.wireName(options.centre()));
        json.put("dispersion", ChartOptions.wireName(options.dispersion()));
        json.put("trial", chart.phases().stream().anyMatch(Phase::trial));
        json.set("baseline", JSON.valueToTree(options.baseline().orElse(null)));
        ArrayNode phases = json.putArray("phases");
        chart.phases().forEach(phase -> phases.add(phase(phase)));
        json.put("slope", chart.phases().isEmpty() ? 0 : chart.phases().getLast().slope());
        json.put("slopeMethod", ChartOptions.wireName(options.slope()));
        json.put("moved", chart.repairs().moved());
        json.put("missing", chart.repairs().missing());
        json.set("gaps", gaps(chart));
        json.put("duplicates", chart.repairs().duplicates());
        json.put("excluded", charted.excluded().isEmpty() ? null : charted.excluded());
        json.set("capability", capability(chart.capability()));
        json.putNull("verified");
        json.set("options", JSON.valueToTree(options));
        json.set("text", JSON.valueToTree(charted.text()));
        return json;
    }

    /// The indices, or why there are none.
    private static ObjectNode capability(Capability capability) {
        ObjectNode json = JSON.createObjectNode();
        switch (capability) {
            case Capability.Known known -> {
                put(json, "cp", known.cp().orElse(Double.NaN));
                put(json, "cpk", known.cpk());
                put(json, "pp", known.pp().orElse(Double.NaN));
                put(json, "ppk", known.ppk());
                json.put("reason", known.caution().orElse(null));
            }
            case Capability.Unknown(String reason) -> json.put("reason", reason);
        }
        return json;
    }

    private static ObjectNode phase(Phase phase) {
        ObjectNode json = JSON.createObjectNode();
        json.put("from", phase.from());
        json.put("to", phase.to());
        Limits limits = phase.limits();
        put(json, "mean", limits.centre());
        put(json, "UCL", limits.upper());
        put(json, "LCL", limits.lower());
        put(json, "upperQuartile", limits.upperQuartile());
        put(json, "lowerQuartile", limits.lowerQuartile());
        put(json, "averageRange", limits.averageRange());
        put(json, "rangeUCL", limits.upperRange());
        json.put("basis", phase.basis());
        json.put("trial", phase.trial());
        put(json, "slope", phase.slope());
        return json;
    }

    /// The lines of the newest phase: those that hold now.
    private static Limits limits(XmrChart chart) {
        return chart.phases().isEmpty() ? NONE : chart.phases().getLast().limits();
    }

    /// The centre of the newest phase; where it rises or falls, the mean of the phase's values.
    private static double average(XmrChart chart) {
        boolean sloped = !chart.phases().isEmpty() && chart.phases().getLast().slope() != 0;
        return sloped ? chart.mean(chart.phases().getLast()) : limits(chart).centre();
    }

    /// JSON has no NaN.
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
