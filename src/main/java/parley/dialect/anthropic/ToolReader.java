package parley.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.http.RequestFields;
import parley.llm.ToolUse;
import parley.llm.ToolUse.Tool;
import parley.llm.ToolUse.ToolChoice;

/// Reads the tools that are offered.
final class ToolReader {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

    private ToolReader() {}

    /// @throws parley.error.AppException (400) naming the field that is wrong
    static ToolUse read(RequestFields body) {
        List<Tool> tools = new ArrayList<>();
        for (RequestFields tool : body.objects("tools")) {
            tools.add(tool(tool));
        }
        if (tools.stream().map(Tool::name).distinct().count() < tools.size()) {
            throw body.wrong("tools", "an array of tools with names of their own");
        }
        Optional<RequestFields> choice = body.optionalObject("tool_choice");
        if (choice.isEmpty()) {
            return new ToolUse(tools, new ToolChoice.Auto(), true);
        }
        boolean parallel = !choice.get().optionalBoolean("disable_parallel_tool_use").orElse(false);
        return new ToolUse(tools, choice(choice.get(), tools), parallel);
    }

    private static Tool tool(RequestFields tool) {
        String type = tool.optionalText("type").orElse("custom");
        if (!type.equals("custom")) {
            throw tool.wrong(
                    "type",
                    "custom; '%s' is not available: this server runs no tools itself"
                            .formatted(type));
        }
        String name = tool.requiredText("name");
        if (!NAME.matcher(name).matches()) {
            throw tool.wrong("name", "1 to 128 letters, digits, underscores or hyphens");
        }
        return new Tool(
                name,
                tool.optionalText("description").orElse(""),
                tool.objectText("input_schema").orElseThrow(() -> tool.missing("input_schema")),
                tool.optionalBoolean("strict").orElse(false));
    }

    private static ToolChoice choice(RequestFields choice, List<Tool> tools) {
        return switch (choice.requiredText("type")) {
            case "auto" -> new ToolChoice.Auto();
            case "none" -> new ToolChoice.None();
            case "any" -> {
                if (tools.isEmpty()) {
                    throw choice.wrong("type", "auto or none where no tools are offered");
                }
                yield new ToolChoice.Required();
            }
            case "tool" -> {
                String name = choice.requiredText("name");
                if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
                    throw choice.wrong("name", "the name of one of the tools that are offered");
                }
                yield new ToolChoice.Named(name);
            }
            default -> throw choice.wrong("type", "auto, any, tool or none");
        };
    }
}
