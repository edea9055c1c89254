package parley.llm.builtin.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.OutputFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts an answer into the form that was asked for.
public final class JsonAnswer {
    private static final Pattern KEYS =
            Pattern.compile(
                    "\\b(?:keys?|fields?|properties|attributes)\\b(?: named| called| are| for)?:?"
                            + " ((?:[\"'`]?[\\p{L}_][\\w]{0,40}[\"'`]?(?:, (?:and )?| and | & )?){1,20})",
                    Pattern.CASE_INSENSITIVE);

    private JsonAnswer() {}

    /// @param text what the user wrote
    /// @param answer the answer in words
    public static String of(OutputFormat format, String text, String answer, LocalDate today) {
        return switch (format) {
            case OutputFormat.Text(), OutputFormat.Image() -> answer;
            case OutputFormat.JsonObject() -> object(text, answer, today);
            case OutputFormat.JsonSchema(_, String schema, _) ->
                    keeping(schema, text, answer, today);
        };
    }

    private static String keeping(String schema, String text, String answer, LocalDate today) {
        try {
            return Form.answer(schema, text, answer, today).toString();
        } catch (JacksonException e) {
            // Not a schema: any JSON will do.
            return object(text, answer, today);
        }
    }

    private static String object(String text, String answer, LocalDate today) {
        if (isObject(answer)) {
            return answer;
        }
        Matcher keys = KEYS.matcher(text.substring(0, Math.min(text.length(), 4_000)));
        return keys.find()
                ? keeping(schemaOf(names(keys.group(1))), text, answer, today)
                : JsonMapper.shared().createObjectNode().put("answer", answer).toString();
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",? and |, | & ", -1))
                .map(name -> name.replaceAll("[\"'`\\s,]", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String schemaOf(List<String> names) {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : names) {
            boolean number =
                    List.of(
                                    "age",
                                    "count",
                                    "number",
                                    "amount",
                                    "price",
                                    "quantity",
                                    "year",
                                    "total")
                            .contains(name.toLowerCase(java.util.Locale.ROOT));
            properties.putObject(name).put("type", number ? "number" : "string");
            schema.withArray("required").add(name);
        }
        return schema.toString();
    }

    private static boolean isObject(String text) {
        try {
            return JsonMapper.shared().readTree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
