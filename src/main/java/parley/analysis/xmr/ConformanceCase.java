package parley.analysis.xmr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Slope;
import parley.analysis.xmr.XmrOptions.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A published data set, as it stands in `xmr/conformance.json`.
final class ConformanceCase {
    private final JsonNode json;
    private final double[] values;

    private ConformanceCase(JsonNode json) {
        this.json = json;
        this.values = json.path("values").valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    static List<ConformanceCase> all() {
        try (InputStream file =
                ConformanceCase.class.getResourceAsStream("/xmr/conformance.json")) {
            if (file == null) {
                throw new IllegalStateException("xmr/conformance.json is not in the program");
            }
            return JsonMapper.shared()
                    .readTree(file)
                    .path("cases")
                    .valueStream()
                    .map(ConformanceCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A digit string of the source.
    ///
    /// @param formula the digits the formula gives, where the source contradicts it
    record Published(
            String quantity,
            Constants constants,
            String digits,
            Optional<String> formula,
            Optional<String> reason) {}

    /// A figure worked out elsewhere, under Wheeler's constants.
    record Recomputed(String quantity, double value) {}

    /// The points a rule marks, counted from 1.
    record Marked(String kind, RuleProfile profile, Rule rule, List<Integer> points) {}

    String id() {
        return text("id");
    }

    String source() {
        return text("source");
    }

    String note() {
        return text("note");
    }

    int points() {
        return values.length;
    }

    /// How far the largest value may be from the decimal it stands for.
    double inexactness() {
        return Math.ulp(Arrays.stream(values).map(Math::abs).max().orElse(0));
    }

    double deviation() {
        return Sums.deviation(values, 0, values.length);
    }

    XmrChart chart(Constants constants, RuleProfile profile) {
        int lock = json.path("lock").asInt(0);
        return Xmr.chart(
                values,
                new XmrOptions(
                        constants,
                        profile,
                        Centre.MEAN,
                        text("dispersion").equals("median-range")
                                ? Dispersion.MEDIAN_RANGE
                                : Dispersion.MEAN_RANGE,
                        text("slope").equals("half-averages") ? Slope.HALF_AVERAGES : Slope.NONE,
                        Gaps.BREAK,
                        lock == 0 ? Optional.empty() : Optional.of(new Span(0, lock - 1)),
                        List.of(),
                        0,
                        json.path("screened").asBoolean(false),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
    }

    List<Published> published() {
        return json.path("published")
                .valueStream()
                .map(each ->
                        new Published(
                                each.path("quantity").asString(),
                                constants(each.path("constants").asString(text("constants"))),
                                each.path("digits").asString(),
                                each.path("formula").asStringOpt(),
                                each.path("reason").asStringOpt()))
                .toList();
    }

    List<Recomputed> recomputed() {
        return json.path("recomputed")
                .propertyStream()
                .map(each -> new Recomputed(each.getKey(), each.getValue().asDouble()))
                .toList();
    }

    List<Marked> signals() {
        return Stream.concat(
                        marked("published", json.path("publishedSignals")),
                        marked("recomputed", json.path("signals")))
                .toList();
    }

    private static Stream<Marked> marked(String kind, JsonNode profiles) {
        List<Marked> found = new ArrayList<>();
        profiles.forEachEntry((profile, rules) ->
                rules.forEachEntry((rule, points) ->
                        found.add(
                                new Marked(
                                        kind,
                                        profile(profile),
                                        rule(rule),
                                        points.valueStream().map(JsonNode::asInt).toList()))));
        return found.stream();
    }

    private String text(String field) {
        return json.path(field).asString("");
    }

    private static Constants constants(String name) {
        return named(Constants.values(), each -> each.wireName().equals(name));
    }

    private static RuleProfile profile(String name) {
        return named(RuleProfile.values(), each -> each.wireName().equals(name));
    }

    private static Rule rule(String name) {
        return named(Rule.values(), each -> each.wireName().equals(name));
    }

    private static <T> T named(T[] all, Predicate<T> named) {
        return Arrays.stream(all).filter(named).findFirst().orElseThrow();
    }
}
