package parley.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.http.RequestFields;
import parley.llm.ToolUse;
import parley.llm.ToolUse.Tool;
import parley.llm.ToolUse.ToolChoice;
import tools.jackson.databind.JsonNode;

/// Reads the tools that are offered, in the present form (`tools`) or the first one (`functions`).
final class ToolReader {
    private static final int MOST_TOOLS = 128;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final String NO_PARAMETERS = "{\"type\":\"object\",\"properties\":{}}";

    private ToolReader() {}

    /// @throws parley.error.AppException (400) naming the field that is wrong
    static ToolUse read(RequestFields body) {
        boolean legacy = body.has("functions");
        if (legacy && body.has("tools")) {
            throw body.wrong("functions", "absent where tools is given");
        }
        List<Tool> tools = legacy ? functions(body) : tools(body);
        ToolChoice choice =
                legacy ? choice(body, "function_call", tools) : choice(body, "tool_choice", tools);
        boolean parallel = !legacy && body.optionalBoolean("parallel_tool_calls").orElse(true);
        return new ToolUse(allowed(body, tools), choice, parallel);
    }

    private static List<Tool> tools(RequestFields body) {
        List<Tool> tools = new ArrayList<>();
        for (RequestFields tool : body.objects("tools")) {
            String type = tool.requiredText("type");
            if (!type.equals("function")) {
                throw tool.wrong(
                        "type",
                        "function; '%s' is not available: this server runs no tools itself"
                                .formatted(type));
            }
            tools.add(
                    function(
                            tool.optionalObject("function")
                                    .orElseThrow(() -> tool.missing("function"))));
        }
        return checked(body, "tools", tools);
    }

    private static List<Tool> functions(RequestFields body) {
        return checked(
                body,
                "functions",
                body.objects("functions").stream().map(ToolReader::function).toList());
    }

    private static Tool function(RequestFields function) {
        String name = function.requiredText("name");
        if (!NAME.matcher(name).matches()) {
            throw function.wrong(
                    "name", "1 to 64 letters, digits, underscores, hyphens or full stops");
        }
        return new Tool(
                name,
                function.optionalText("description").orElse(""),
                function.objectText("parameters").orElse(NO_PARAMETERS),
                function.optionalBoolean("strict").orElse(false));
    }

    private static List<Tool> checked(RequestFields body, String field, List<Tool> tools) {
        if (tools.size() > MOST_TOOLS) {
            throw body.wrong(field, "an array of at most %d tools".formatted(MOST_TOOLS));
        }
        if (tools.stream().map(Tool::name).distinct().count() < tools.size()) {
            throw body.wrong(field, "an array of tools with names of their own");
        }
        return tools;
    }

    private static ToolChoice choice(RequestFields body, String field, List<Tool> tools) {
        Optional<JsonNode> asked = body.find(field);
        if (asked.isEmpty()) {
            return new ToolChoice.Auto();
        }
        if (asked.get().isString()) {
            return byWord(body, field, asked.get().stringValue(), tools);
        }
        RequestFields wish = body.optionalObject(field).orElseThrow();
        if (wish.optionalText("type").filter("allowed_tools"::equals).isPresent()) {
            RequestFields group = allowedTools(wish);
            return byWord(group, "mode", group.requiredText("mode"), tools);
        }
        RequestFields function = wish.optionalObject("function").orElse(wish);
        return named(function, function.requiredText("name"), tools);
    }

    private static ToolChoice byWord(
            RequestFields fields, String field, String word, List<Tool> tools) {
        return switch (word) {
            case "auto" -> new ToolChoice.Auto();
            case "none" -> new ToolChoice.None();
            case "required" -> {
                if (tools.isEmpty()) {
                    throw fields.wrong(field, "auto or none where no tools are offered");
                }
                yield new ToolChoice.Required();
            }
            default -> throw fields.wrong(field, "auto, none, required, or an object with a name");
        };
    }

    private static ToolChoice named(RequestFields fields, String name, List<Tool> tools) {
        if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
            throw fields.wrong("name", "the name of one of the tools that are offered");
        }
        return new ToolChoice.Named(name);
    }

    /// Those of the tools that may be called now, where the choice names some.
    private static List<Tool> allowed(RequestFields body, List<Tool> tools) {
        Optional<JsonNode> asked = body.find("tool_choice").filter(JsonNode::isObject);
        if (asked.isEmpty() || !asked.get().path("type").asString("").equals("allowed_tools")) {
            return tools;
        }
        List<String> names = new ArrayList<>();
        for (RequestFields tool :
                allowedTools(body.optionalObject("tool_choice").orElseThrow()).objects("tools")) {
            names.add(tool.optionalObject("function").orElse(tool).requiredText("name"));
        }
        return tools.stream().filter(tool -> names.contains(tool.name())).toList();
    }

    private static RequestFields allowedTools(RequestFields wish) {
        return wish.optionalObject("allowed_tools").orElse(wish);
    }
}
