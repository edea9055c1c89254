package parley.dialect.openai.responses;

import java.util.List;
import parley.http.Json;
import parley.http.RequestFields;
import parley.llm.OutputFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the field `text`: which form the answer must have.
final class FormatReader {
    private FormatReader() {}

    /// @param shown what the response shows again: is set here
    /// @throws parley.error.AppException (400) naming what is wrong
    static OutputFormat read(RequestFields body, ObjectNode shown) {
        RequestFields text = body.optionalObject("text").orElse(null);
        if (text == null) {
            return new OutputFormat.Text();
        }
        ObjectNode shownText = shown.withObject("/text");
        text.optionalText("verbosity")
                .ifPresent(verbosity -> {
                    if (!List.of("low", "medium", "high").contains(verbosity)) {
                        throw text.wrong("verbosity", "low, medium or high");
                    }
                    shownText.put("verbosity", verbosity);
                });
        RequestFields format = text.optionalObject("format").orElse(null);
        if (format == null) {
            return new OutputFormat.Text();
        }
        text.find("format").ifPresent(asked -> shownText.set("format", asked));
        return switch (format.requiredText("type")) {
            case "text" -> new OutputFormat.Text();
            case "json_object" -> new OutputFormat.JsonObject();
            case "json_schema" -> schema(format);
            default -> throw format.wrong("type", "text, json_object or json_schema");
        };
    }

    private static OutputFormat schema(RequestFields format) {
        JsonNode schema = format.find("schema").orElseThrow(() -> format.missing("schema"));
        if (!schema.isObject()) {
            throw format.wrong("schema", "a JSON Schema, which is an object");
        }
        return new OutputFormat.JsonSchema(
                format.requiredText("name"),
                Json.text(schema),
                format.optionalBoolean("strict").orElse(false));
    }
}
