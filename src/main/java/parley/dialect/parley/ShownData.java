package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an answer found in data.
///
/// @param sql the query whose rows these are; null where none was run
/// @param queries all queries that were run, in order
/// @param rows the first of them, each in the order of the columns
/// @param rowCount how many the query brought
/// @param truncated whether the query was cut off: there are more rows than it brought
/// @param chart null where nothing was charted
/// @param words how the question was understood; null where that is not known
/// @param suggestions questions that can be asked instead
/// @param notes what else is known of the answer
record ShownData(
        @Nullable String sql,
        List<String> queries,
        List<Column> columns,
        List<List<JsonNode>> rows,
        @JsonProperty("row_count") long rowCount,
        boolean truncated,
        @JsonProperty("duration_ms") @Nullable Double durationMillis,
        @Nullable ShownChart chart,
        @Nullable String words,
        List<String> suggestions,
        JsonNode notes) {
    private static final int MOST_ROWS = 200;
    private static final List<String> SHOWN_ELSEWHERE =
            List.of("plan", "rows", "truncated", "milliseconds", "queries", "words", "suggestions");

    /// @param type of what the rows hold: `number`, `boolean`, `date`, `text`
    record Column(String name, String type) {}

    /// Empty for a message that found nothing in data.
    ///
    /// @param kept what is kept beside the message
    static Optional<ShownData> of(Message message, JsonNode kept) {
        if (!kept.has("analysis") && !kept.has("sqlQuery") && !kept.has("chartData")) {
            return Optional.empty();
        }
        JsonNode found = kept.path("analysis");
        JsonNode results = kept.path("sqlResults");
        List<Column> columns = columns(results);
        return Optional.of(
                new ShownData(
                        kept.path("sqlQuery").asString(null),
                        texts(found.path("queries")),
                        columns,
                        rows(results, columns),
                        found.path("rows").asLong(results.size()),
                        found.path("truncated").asBoolean(false),
                        found.has("milliseconds") ? found.path("milliseconds").asDouble() : null,
                        ShownChart.of(message, kept).orElse(null),
                        found.path("words").asString(null),
                        texts(found.path("suggestions")),
                        notes(found)));
    }

    private static List<Column> columns(JsonNode results) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(results.size(), MOST_ROWS); i++) {
            names.addAll(results.path(i).propertyNames());
        }
        return names.stream().map(name -> new Column(name, CellType.of(results, name))).toList();
    }

    private static List<List<JsonNode>> rows(JsonNode results, List<Column> columns) {
        List<List<JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(results.size(), MOST_ROWS); i++) {
            JsonNode row = results.path(i);
            rows.add(
                    columns.stream()
                            .map(column -> row.path(column.name()))
                            .map(cell -> cell.isMissingNode() ? Json.object().nullNode() : cell)
                            .toList());
        }
        return rows;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private static JsonNode notes(JsonNode found) {
        return found instanceof ObjectNode all
                ? all.deepCopy().remove(SHOWN_ELSEWHERE)
                : Json.object();
    }
}
