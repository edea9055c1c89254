package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.http.Json;
import tools.jackson.databind.JsonNode;

/// A chart of an answer. Addresses are paths on this server; they take `theme=light` or `dark`.
///
/// @param type `xmr`
/// @param alt the chart in words
/// @param url the picture in the server's usual form
/// @param data the points: `x`, `y`, `pointType`, `violations`, `movingRange`
/// @param statistics limits and counts
/// @param analysis phases with their limits, options, what was left out
record ShownChart(
        String type,
        @Nullable String title,
        @Nullable String alt,
        String url,
        @JsonProperty("png_url") String pngUrl,
        @JsonProperty("svg_url") String svgUrl,
        @JsonProperty("summary_png_url") String summaryPngUrl,
        @JsonProperty("summary_svg_url") String summarySvgUrl,
        JsonNode data,
        JsonNode statistics,
        JsonNode insights,
        JsonNode analysis) {
    /// Empty where the server made no chart: what a client sent may be anything.
    ///
    /// @param kept what is kept beside the message
    static Optional<ShownChart> of(Message message, JsonNode kept) {
        JsonNode chartData = kept.path("chartData");
        if (!kept.has("analysis") || !chartData.path("analysis").isObject()) {
            return Optional.empty();
        }
        String url =
                "/v1/conversations/%d/messages/%d/chart"
                        .formatted(message.conversationId(), message.id());
        JsonNode main = chartData.path("images").path("main_chart");
        JsonNode text = chartData.path("analysis").path("text");
        return Optional.of(
                new ShownChart(
                        chartData.path("type").asString("xmr"),
                        text.path("title").asString(null),
                        main.path("alt").asString(null),
                        url,
                        url + "?format=png",
                        url + "?format=svg",
                        url + "?kind=summary&format=png",
                        url + "?kind=summary&format=svg",
                        chartData.path("data"),
                        objectOr(chartData.path("statistics")),
                        objectOr(chartData.path("insights")),
                        chartData.path("analysis")));
    }

    private static JsonNode objectOr(JsonNode node) {
        return node.isObject() ? node : Json.object();
    }
}
