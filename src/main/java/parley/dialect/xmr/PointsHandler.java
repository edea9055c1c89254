package parley.dialect.xmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import parley.analysis.ChartOptions;
import parley.analysis.ChartPictures;
import parley.analysis.ChartRequest;
import parley.analysis.xmr.Constants;
import parley.analysis.xmr.XmrOptions;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;

/// Works a chart out from points in the request: with limits, rules and phases set by hand. Nothing
/// of it is kept.
final class PointsHandler implements Handler {
    private static final int MOST_POINTS = 100_000;

    private final ChartPictures pictures;

    PointsHandler(ChartPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        List<ChartRequest.Point> points = points(exchange.json().path("data"));
        ChartRequest request =
                new ChartRequest(
                        points,
                        options(fields, points.size()),
                        fields.optionalText("title"),
                        fields.optionalText("valueName").orElse("value"),
                        fields.optionalText("timeName").orElse("time"));
        Optional<String> picture = fields.optionalText("picture");
        if (picture.isEmpty()) {
            exchange.respond(request.chartData());
            return;
        }
        ChartPictures.Picture drawn =
                pictures.draw(
                        request,
                        picture.get(),
                        fields.optionalText("format"),
                        fields.optionalText("theme"));
        ChartHandlers.send(exchange, drawn);
    }

    private static List<ChartRequest.Point> points(JsonNode data) {
        if (!data.isArray() || data.isEmpty() || data.size() > MOST_POINTS) {
            throw AppException.invalid(
                    "data",
                    "data must be an array of 1 to %,d points {x, y}.".formatted(MOST_POINTS));
        }
        List<ChartRequest.Point> points = new ArrayList<>(data.size());
        for (JsonNode point : data) {
            JsonNode y = point.path("y");
            if (!point.isObject() || !(y.isNumber() || y.isNull() || y.isMissingNode())) {
                throw AppException.invalid(
                        "data",
                        "Point %d is not {x, y} with a number or null as y."
                                .formatted(points.size()));
            }
            JsonNode x = point.path("x");
            points.add(
                    new ChartRequest.Point(
                            x.isMissingNode() || x.isNull()
                                    ? String.valueOf(points.size() + 1)
                                    : x.asString(x.toString()),
                            y.asDouble(Double.NaN)));
        }
        return points;
    }

    private static XmrOptions options(RequestFields fields, int size) {
        XmrOptions plain = XmrOptions.DEFAULT;
        return new XmrOptions(
                fields.optionalText("constants")
                        .map(ChartOptions::constants)
                        .orElse(Constants.WHEELER),
                fields.optionalText("rules").map(ChartOptions::rules).orElse(plain.profile()),
                choice(fields, "centre", XmrOptions.Centre.values(), plain.centre()),
                choice(fields, "dispersion", XmrOptions.Dispersion.values(), plain.dispersion()),
                choice(fields, "slope", XmrOptions.Slope.values(), plain.slope()),
                choice(fields, "gaps", XmrOptions.Gaps.values(), plain.gaps()),
                fields.optionalObject("baseline").map(span -> span(span, size)),
                phaseStarts(fields, size),
                fields.optionalInt("season", 0, size).orElse(0),
                fields.optionalBoolean("screened").orElse(false),
                specification(fields, "lowerSpecification"),
                specification(fields, "upperSpecification"));
    }

    private static <E extends Enum<E>> E choice(
            RequestFields fields, String name, E[] values, E otherwise) {
        return fields.optionalText(name)
                .map(text -> ChartOptions.choice(name, values, text))
                .orElse(otherwise);
    }

    private static XmrOptions.Span span(RequestFields span, int size) {
        int from = Math.toIntExact(span.requiredLong("from", 0, size - 1L));
        int to = Math.toIntExact(span.requiredLong("to", from, size - 1L));
        return new XmrOptions.Span(from, to);
    }

    private static List<Integer> phaseStarts(RequestFields fields, int size) {
        List<Integer> starts = new ArrayList<>();
        Optional<JsonNode> sent = fields.find("phaseStarts");
        if (sent.isPresent() && !sent.get().isArray()) {
            throw fields.wrong("phaseStarts", "an array");
        }
        for (JsonNode start : sent.map(array -> (Iterable<JsonNode>) array).orElse(List.of())) {
            if (!start.isIntegralNumber() || start.asInt() < 1 || start.asInt() >= size) {
                throw fields.wrong(
                        "phaseStarts", "an array of indices from 1 to %d".formatted(size - 1));
            }
            starts.add(start.asInt());
        }
        return starts.stream().distinct().sorted().toList();
    }

    private static OptionalDouble specification(RequestFields fields, String name) {
        return fields.optionalDouble(name, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
