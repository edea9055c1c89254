package parley.analysis;

import java.util.List;
import java.util.Optional;
import parley.analysis.chart.ChartText;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrOptions;
import tools.jackson.databind.JsonNode;

/// A chart of points that somebody else found.
///
/// @param title empty for one made of the names
public record ChartRequest(
        List<Point> points,
        XmrOptions options,
        Optional<String> title,
        String valueName,
        String timeName) {
    /// @param x a time in ISO form, or any label
    /// @param y NaN where it is missing
    public record Point(String x, double y) {}

    public ChartRequest {
        points = List.copyOf(points);
    }

    /// The chart as JSON, without pictures.
    public JsonNode chartData() {
        return ChartData.of(charted());
    }

    Charted charted() {
        List<Observation> observations =
                points.stream().map(point -> ChartPoints.stored(point.x(), point.y())).toList();
        String shown = title.orElse("XmR Control Chart - %s vs %s".formatted(valueName, timeName));
        return new Charted(
                Xmr.chart(observations, options),
                new ChartText(shown, valueName, timeName, ""),
                "");
    }
}
