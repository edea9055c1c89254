package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import parley.analysis.question.ChartWish;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.Insights;
import parley.analysis.xmr.Observation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an answer rests on: the queries, their rows, the chart. Kept beside the answer as JSON.
final class Finding {
    /// Rows beyond these are not kept; the query brings them again.
    private static final int MOST_ROWS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Asked> asked = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private final List<String> given = new ArrayList<>();
    private final ObjectNode notes = JSON.createObjectNode();
    private @Nullable Charted chart;
    private @Nullable ObjectNode proof;

    void found(Asked result) {
        asked.add(result);
    }

    /// What a model said in its own words.
    void said(String text) {
        prose.append(text).append('\n');
    }

    /// Texts that the model was given: their numbers need no query.
    void given(List<String> texts) {
        given.addAll(texts);
    }

    /// Something to be known about the answer.
    void note(String name, String value) {
        notes.put(name, value);
    }

    void note(String name, List<String> values) {
        ArrayNode array = notes.putArray(name);
        values.forEach(array::add);
    }

    /// Charts rows.
    ///
    /// @return what is to be seen, for whoever asked for it
    /// @throws parley.error.AppException (400) the rows hold no numbers
    String chart(Rows rows, ChartWish wish) {
        return chart(ChartPoints.of(rows), wish, "");
    }

    /// @param excluded what was left out of the points before
    String chart(List<Observation> points, ChartWish wish, String excluded) {
        Charted made = ChartMaker.make(points, wish, excluded);
        chart = made;
        return insights(made).markdown();
    }

    /// The signals from a day on, where the question is about these.
    Optional<String> signalsSince(ChartWish wish) {
        Charted made = chart;
        if (made == null || wish.signalsSince().isEmpty()) {
            return Optional.empty();
        }
        String since = wish.signalsSince().get();
        List<String> signals = ChartMaker.signalsSince(made.chart(), since);
        return Optional.of(
                signals.isEmpty()
                        ? "There are no signals since %s.".formatted(since)
                        : "Signals since %s:\n\n- %s"
                                .formatted(since, String.join("\n- ", signals)));
    }

    /// What came of working the limits of the chart out twice.
    void verified(ObjectNode result) {
        proof = result;
    }

    Optional<Charted> chart() {
        return Optional.ofNullable(chart);
    }

    /// The query whose rows are shown: the last one that brought some.
    Optional<Asked> shown() {
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast());
    }

    /// A series over time gets its chart, also where none was asked for.
    void chartSeries() {
        Optional<Asked> last = shown();
        if (chart == null && last.isPresent() && ChartPoints.isSeries(last.get().rows())) {
            Rows rows = last.get().rows();
            chart(rows, ChartMaker.plain(rows));
        }
    }

    /// Numbers in a model's words that nothing here holds.
    List<String> unknownNumbers(String question) {
        NumberCheck check =
                new NumberCheck(asked.stream().map(Asked::rows).toList(), List.of(question));
        check.learnTexts(given);
        chart().ifPresent(made -> learn(check, made));
        return check.unknown(prose.toString());
    }

    private static void learn(NumberCheck check, Charted made) {
        made.chart()
                .phases()
                .forEach(phase ->
                        check.learn(
                                phase.limits().centre(),
                                phase.limits().lower(),
                                phase.limits().upper(),
                                phase.limits().lowerQuartile(),
                                phase.limits().upperQuartile(),
                                phase.limits().averageRange(),
                                phase.limits().upperRange(),
                                phase.basis(),
                                phase.slope()));
        check.learn(made.chart().size(), made.chart().signals().length);
        check.learnTexts(insights(made).findings());
    }

    private static Insights insights(Charted made) {
        return Insights.of(made.chart(), made.text().valueName());
    }

    /// A JSON object: `sqlQuery`, `sqlResults`, `chartData`, `analysis`.
    ///
    /// @param chartMade adds to the chart what belongs to it, such as pictures
    ObjectNode attributes(BiConsumer<Charted, ObjectNode> chartMade) {
        ObjectNode all = JSON.createObjectNode();
        shown().ifPresent(last -> {
            all.put("sqlQuery", last.sql());
            all.set("sqlResults", Cells.objects(last.rows(), MOST_ROWS));
            notes.put("rows", last.rows().cells().size());
            notes.put("truncated", last.rows().truncated());
            notes.put("milliseconds", last.rows().took().toNanos() / 1e6);
            ArrayNode queries = notes.putArray("queries");
            asked.forEach(query -> queries.add(query.sql()));
        });
        if (chart != null) {
            ObjectNode data = ChartData.of(chart);
            if (proof != null && data.path("analysis") instanceof ObjectNode more) {
                more.set("verified", proof);
            }
            chartMade.accept(chart, data);
            all.set("chartData", data);
        }
        all.set("analysis", notes);
        return all;
    }
}
