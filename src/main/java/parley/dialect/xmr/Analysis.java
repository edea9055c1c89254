package parley.dialect.xmr;

import java.util.Optional;
import parley.conversation.Message;
import parley.http.Json;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What this contract keeps beside a message's text.
///
/// @param sqlQuery the query that was run
/// @param sqlResults its rows: an array
/// @param chartData what a chart shows: an object
/// @param notes how the server found the answer; empty where a client sent the rest
record Analysis(
        Optional<String> sqlQuery,
        Optional<JsonNode> sqlResults,
        Optional<JsonNode> chartData,
        Optional<JsonNode> notes) {
    private static final String SQL_QUERY = "sqlQuery";
    private static final String SQL_RESULTS = "sqlResults";
    private static final String CHART_DATA = "chartData";
    private static final String NOTES = "analysis";
    private static final Analysis NONE =
            new Analysis(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// @throws parley.error.AppException (400) if one of the fields has the wrong type
    static Analysis of(RequestFields fields) {
        Optional<JsonNode> results = fields.find(SQL_RESULTS);
        if (results.isPresent() && !results.get().isArray()) {
            throw fields.wrong(SQL_RESULTS, "an array");
        }
        Optional<JsonNode> chart = fields.find(CHART_DATA);
        if (chart.isPresent() && !chart.get().isObject()) {
            throw fields.wrong(CHART_DATA, "an object");
        }
        return new Analysis(fields.optionalText(SQL_QUERY), results, chart, Optional.empty());
    }

    static Analysis of(Message message) {
        if (message.attributes().equals(Message.NO_ATTRIBUTES)) {
            return NONE;
        }
        RequestFields kept = new RequestFields(Json.readObject(message.attributes()));
        Analysis sent = of(kept);
        return new Analysis(sent.sqlQuery, sent.sqlResults, sent.chartData, kept.find(NOTES));
    }

    /// Whether the server found it, and not a client.
    boolean found() {
        return notes.isPresent();
    }

    /// Rows where there is nothing to chart.
    static JsonNode table(JsonNode rows) {
        ObjectNode table = Json.object();
        table.put("type", "table");
        table.set("data", rows);
        return table;
    }

    /// The form in which a message keeps it.
    ///
    /// @param verify whether the limits of the answer's chart are to be worked out twice
    String attributes(boolean verify) {
        ObjectNode object = Json.object();
        if (verify) {
            object.put("verify", true);
        }
        sqlQuery.ifPresent(query -> object.put(SQL_QUERY, query));
        sqlResults.ifPresent(results -> object.set(SQL_RESULTS, results));
        chartData.ifPresent(chart -> object.set(CHART_DATA, chart));
        return object.isEmpty() ? Message.NO_ATTRIBUTES : Json.text(object);
    }
}
