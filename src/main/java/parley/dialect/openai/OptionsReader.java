package parley.dialect.openai;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import parley.http.RequestFields;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Sampling;
import tools.jackson.databind.JsonNode;

/// Reads how the model is to answer.
final class OptionsReader {
    private static final int MOST_STOPS = 4;
    private static final List<String> EFFORTS =
            List.of("none", "minimal", "low", "medium", "high", "xhigh");

    private OptionsReader() {}

    /// @throws parley.error.AppException (400) naming the field that is wrong
    static ModelOptions read(RequestFields body) {
        return new ModelOptions(sampling(body), ToolReader.read(body), format(body), effort(body));
    }

    private static Sampling sampling(RequestFields body) {
        return new Sampling(
                body.optionalDouble("temperature", 0, 2),
                body.optionalDouble("top_p", 0, 1),
                maxTokens(body),
                stops(body),
                body.optionalLong("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                body.optionalDouble("presence_penalty", -2, 2),
                body.optionalDouble("frequency_penalty", -2, 2));
    }

    private static OptionalInt maxTokens(RequestFields body) {
        OptionalInt newer = body.optionalInt("max_completion_tokens", 1, Integer.MAX_VALUE);
        OptionalInt older = body.optionalInt("max_tokens", 1, Integer.MAX_VALUE);
        return newer.isPresent() ? newer : older;
    }

    private static List<String> stops(RequestFields body) {
        Optional<JsonNode> stop = body.find("stop");
        if (stop.isEmpty()) {
            return List.of();
        }
        List<String> stops =
                stop.get().isString() ? List.of(stop.get().stringValue()) : body.texts("stop");
        if (stops.size() > MOST_STOPS || stops.stream().anyMatch(String::isEmpty)) {
            throw body.wrong("stop", "a text, or up to %d texts, none empty".formatted(MOST_STOPS));
        }
        return stops;
    }

    private static OutputFormat format(RequestFields body) {
        Optional<RequestFields> asked = body.optionalObject("response_format");
        if (asked.isEmpty()) {
            return new OutputFormat.Text();
        }
        String type = asked.get().requiredText("type");
        return switch (type) {
            case "text" -> new OutputFormat.Text();
            case "json_object" -> new OutputFormat.JsonObject();
            case "json_schema" -> schema(asked.get());
            default -> throw asked.get().wrong("type", "text, json_object or json_schema");
        };
    }

    private static OutputFormat schema(RequestFields format) {
        RequestFields described =
                format.optionalObject("json_schema")
                        .orElseThrow(() -> format.missing("json_schema"));
        return new OutputFormat.JsonSchema(
                described.requiredText("name"),
                described.objectText("schema").orElse("{}"),
                described.optionalBoolean("strict").orElse(false));
    }

    private static Optional<String> effort(RequestFields body) {
        Optional<String> effort = body.optionalText("reasoning_effort");
        if (effort.isPresent() && !EFFORTS.contains(effort.get())) {
            throw body.wrong("reasoning_effort", "one of " + String.join(", ", EFFORTS));
        }
        // The most that all providers know.
        return effort.map(asked -> asked.equals("xhigh") ? "high" : asked);
    }
}
