package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.question.ChartWish;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrOptions;
import parley.conversation.Assignment;
import parley.error.AppException;
import parley.llm.Part;
import parley.llm.ToolUse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools a model asks data with.
final class AnalystTools {
    private static final String RUN_SQL = "run_sql";
    private static final String CONTROL_CHART = "control_chart";

    private static final ToolUse OFFERED =
            new ToolUse(
                    List.of(
                            new ToolUse.Tool(
                                    RUN_SQL,
                                    "Runs one SELECT on the user's data and returns its rows.",
                                    """
                                    {"type":"object","properties":{"sql":{"type":"string",\
                                    "description":"one SELECT statement"}},"required":["sql"],\
                                    "additionalProperties":false}\
                                    """,
                                    false),
                            new ToolUse.Tool(
                                    CONTROL_CHART,
                                    "Draws an XmR control chart of the user's data and returns its"
                                            + " limits and signals.",
                                    """
                                    {"type":"object","properties":{"sql":{"type":"string",\
                                    "description":"one SELECT of two columns, a time and a number, \
                                    ordered by the time"},"rules":{"type":"string","enum":\
                                    ["wheeler","western-electric","nelson","nhs"]},\
                                    "lock_first":{"type":"integer","description":"limits come from \
                                    the first so many points alone"},"split_at":{"type":"array",\
                                    "items":{"type":"string"},"description":"ISO dates at which new \
                                    phases with own limits begin"}},"required":["sql"],\
                                    "additionalProperties":false}\
                                    """,
                                    false)),
                    new ToolUse.ToolChoice.Auto(),
                    true);

    ToolUse offered() {
        return OFFERED;
    }

    /// Does what a model asks for.
    ///
    /// @return what the model is told
    /// @throws AppException (400) the call or its query is wrong: the model may try again
    String call(Part.ToolCall call, Assignment turn, OpenSource source, Finding finding)
            throws InterruptedException {
        JsonNode arguments = arguments(call);
        Query query = new Query(required(arguments, "sql"));
        return switch (call.name()) {
            case RUN_SQL -> AnalystPrompts.table(run(query, turn, source, finding));
            case CONTROL_CHART -> {
                Rows rows = run(query, turn, source, finding);
                yield finding.chart(rows, wish(arguments, rows));
            }
            default ->
                    throw AppException.invalid(
                            "name",
                            "There is no tool %s; there are %s and %s."
                                    .formatted(call.name(), RUN_SQL, CONTROL_CHART));
        };
    }

    Rows run(Query query, Assignment turn, OpenSource source, Finding finding)
            throws InterruptedException {
        Asked asked = source.ask(query, OptionalLong.of(turn.answerId()));
        finding.found(asked);
        return asked.rows();
    }

    private static ChartWish wish(JsonNode arguments, Rows rows) {
        List<String> splits = new ArrayList<>();
        arguments.path("split_at").forEach(date -> splits.add(date.asString("")));
        String rules = arguments.path("rules").asString(RuleProfile.WHEELER.wireName());
        return new ChartWish(
                ChartPoints.valueName(rows),
                ChartPoints.timeName(rows),
                ChartOptions.with(XmrOptions.DEFAULT, ChartOptions.rules(rules)),
                Math.max(0, arguments.path("lock_first").asInt(0)),
                splits,
                Optional.empty(),
                Optional.empty(),
                ChartWish.Empty.UNKNOWN);
    }

    private static JsonNode arguments(Part.ToolCall call) {
        try {
            return JsonMapper.shared().readTree(call.arguments());
        } catch (JacksonException e) {
            throw AppException.invalid(
                    "arguments", "The arguments of %s are not JSON.".formatted(call.name()));
        }
    }

    private static String required(JsonNode arguments, String name) {
        String value = arguments.path(name).asString("");
        if (value.isBlank()) {
            throw AppException.invalid(name, "The argument %s is missing.".formatted(name));
        }
        return value;
    }
}
