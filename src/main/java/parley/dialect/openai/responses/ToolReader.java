package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.http.Json;
import parley.http.RequestFields;
import parley.llm.ToolUse;
import parley.llm.ToolUse.ToolChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the functions a model may ask for, and whether it is to. Tools that OpenAI runs itself are
/// refused: nobody here would run them.
final class ToolReader {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final int MOST_TOOLS = 128;
    private static final String NO_PARAMETERS = "{\"type\": \"object\", \"properties\": {}}";
    private static final String FUNCTION = "function";

    private final RequestFields body;
    private final ObjectNode shown;

    private ToolReader(RequestFields body, ObjectNode shown) {
        this.body = body;
        this.shown = shown;
    }

    /// @param shown what the response shows again: is set here
    /// @throws parley.error.AppException (400) naming what is wrong
    static ToolUse read(RequestFields body, ObjectNode shown) {
        return new ToolReader(body, shown).read();
    }

    private ToolUse read() {
        List<ToolUse.Tool> tools = tools();
        boolean parallel = body.optionalBoolean("parallel_tool_calls").orElse(true);
        shown.put("parallel_tool_calls", parallel);
        body.find("tool_choice").ifPresent(asked -> shown.set("tool_choice", asked));
        return choose(tools, parallel);
    }

    private List<ToolUse.Tool> tools() {
        List<ToolUse.Tool> tools = new ArrayList<>();
        for (RequestFields tool : body.objects("tools")) {
            tools.add(tool(tool));
        }
        if (tools.size() > MOST_TOOLS) {
            throw body.wrong("tools", "an array of at most %d tools".formatted(MOST_TOOLS));
        }
        return tools;
    }

    private ToolUse.Tool tool(RequestFields tool) {
        String type = tool.requiredText("type");
        if (!type.equals(FUNCTION)) {
            throw tool.wrong(
                    "type",
                    "function: this server does not run tools of the type '%s'".formatted(type));
        }
        String name = tool.requiredText("name");
        if (!NAME.matcher(name).matches()) {
            throw tool.wrong("name", "1 to 64 letters, digits, underscores or dashes");
        }
        String description = tool.optionalText("description").orElse("");
        JsonNode parameters =
                tool.find("parameters").orElseGet(() -> Json.readObject(NO_PARAMETERS));
        if (!parameters.isObject()) {
            throw tool.wrong("parameters", "a JSON Schema, which is an object");
        }
        boolean strict = tool.optionalBoolean("strict").orElse(false);
        shown.withArray("/tools")
                .addObject()
                .put("type", FUNCTION)
                .put("name", name)
                .put("description", description.isEmpty() ? null : description)
                .put("strict", strict)
                .set("parameters", parameters);
        return new ToolUse.Tool(name, description, Json.text(parameters), strict);
    }

    private ToolUse choose(List<ToolUse.Tool> tools, boolean parallel) {
        JsonNode asked = body.find("tool_choice").orElse(null);
        if (asked == null) {
            return new ToolUse(tools, new ToolChoice.Auto(), parallel);
        }
        if (asked.isString()) {
            return new ToolUse(
                    tools, mode(body, "tool_choice", asked.stringValue(), tools), parallel);
        }
        RequestFields choice = body.optionalObject("tool_choice").orElseThrow();
        return switch (choice.requiredText("type")) {
            case FUNCTION ->
                    new ToolUse(
                            tools,
                            new ToolChoice.Named(known(choice, choice.requiredText("name"), tools)),
                            parallel);
            case "allowed_tools" -> allowed(choice, tools, parallel);
            default -> throw choice.wrong("type", "function or allowed_tools");
        };
    }

    private ToolUse allowed(RequestFields choice, List<ToolUse.Tool> tools, boolean parallel) {
        Set<String> names =
                choice.objects("tools").stream()
                        .map(tool -> known(tool, tool.requiredText("name"), tools))
                        .collect(Collectors.toSet());
        List<ToolUse.Tool> left =
                tools.stream().filter(tool -> names.contains(tool.name())).toList();
        return new ToolUse(left, mode(choice, "mode", choice.requiredText("mode"), left), parallel);
    }

    private static ToolChoice mode(
            RequestFields fields, String name, String mode, List<ToolUse.Tool> tools) {
        return switch (mode) {
            case "auto" -> new ToolChoice.Auto();
            case "none" -> new ToolChoice.None();
            case "required" -> {
                if (tools.isEmpty()) {
                    throw fields.wrong(name, "auto or none where there are no tools");
                }
                yield new ToolChoice.Required();
            }
            default -> throw fields.wrong(name, "none, auto, required or a function");
        };
    }

    private static String known(RequestFields fields, String name, List<ToolUse.Tool> tools) {
        if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
            throw fields.wrong("name", "the name of a function in tools");
        }
        return name;
    }
}
