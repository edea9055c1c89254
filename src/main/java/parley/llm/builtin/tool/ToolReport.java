package parley.llm.builtin.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says in words what tools answered, each with the tool it came from.
public final class ToolReport {
    private static final int MOST_ROWS = 20;

    private ToolReport() {}

    /// The report on the results at the end of a conversation; nothing if it does not end with any.
    public static Optional<String> of(List<ChatMessage> messages) {
        List<Part.ToolResult> results = new ArrayList<>();
        for (ChatMessage message : messages.reversed()) {
            if (message.role() != Role.TOOL) {
                break;
            }
            message.parts().reversed().stream()
                    .filter(Part.ToolResult.class::isInstance)
                    .map(Part.ToolResult.class::cast)
                    .forEach(results::addFirst);
        }
        if (results.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Part.ToolCall> calls = calls(messages);
        return Optional.of(
                results.stream()
                        .map(result -> sentence(result, calls.get(result.callId())))
                        .collect(Collectors.joining("\n\n")));
    }

    private static Map<String, Part.ToolCall> calls(List<ChatMessage> messages) {
        Map<String, Part.ToolCall> calls = new HashMap<>();
        for (ChatMessage message : messages) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    calls.put(call.id(), call);
                }
            }
        }
        return calls;
    }

    private static String sentence(
            Part.ToolResult result, Part.@org.jspecify.annotations.Nullable ToolCall call) {
        String name = call == null ? result.name() : call.name();
        String tool = name.isEmpty() ? "The tool" : "`" + name + "`";
        String asked = call == null ? "" : asked(call.arguments());
        if (result.failed()) {
            return "%s%s failed: %s".formatted(tool, asked, result.content().strip());
        }
        if (result.content().isBlank()) {
            return "%s%s answered nothing.".formatted(tool, asked);
        }
        return "%s%s: %s".formatted(tool, asked, content(result.content()));
    }

    private static String asked(String arguments) {
        Optional<JsonNode> read = json(arguments);
        return read.filter(node -> node.isObject() && !node.isEmpty())
                .map(node -> " (" + fields(node) + ")")
                .orElse("");
    }

    private static String content(String content) {
        Optional<JsonNode> read = json(content);
        if (read.isEmpty()) {
            return content.strip();
        }
        JsonNode node = read.get();
        if (node.isArray()) {
            return rows(node);
        }
        return node.isObject() ? fields(node) : value(node);
    }

    private static String rows(JsonNode list) {
        StringBuilder rows = new StringBuilder();
        int shown = 0;
        for (JsonNode row : list) {
            if (shown++ == MOST_ROWS) {
                rows.append("\n- and %d more".formatted(list.size() - MOST_ROWS));
                break;
            }
            rows.append("\n- ").append(row.isObject() ? fields(row) : value(row));
        }
        return rows.isEmpty() ? "nothing" : rows.toString();
    }

    private static String fields(JsonNode object) {
        return object.properties().stream()
                .map(field -> field.getKey().replace('_', ' ') + " " + value(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
