package parley.llm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.llm.local.gguf.GgufHeader;
import parley.llm.local.wire.Ask;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a request in the lines that every chat template knows. Tools are described in the system
/// message, and calls and results written into the text, the way Hermes and Qwen models learned it.
final class RequestWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double USUAL_TEMPERATURE = 0.8;
    private static final double USUAL_TOP_P = 0.95;
    private static final double MIN_P = 0.05;

    /// What a Qwen model with a switch for it writes when it is not to think.
    private static final String NO_THOUGHT = "<think>\n\n</think>\n\n";

    private final ModelRequest request;
    private final boolean thoughtless;

    RequestWriter(ModelRequest request, Optional<GgufHeader> header) {
        this.request = request;
        this.thoughtless =
                request.options().reasoningEffort().equals(Optional.of("none"))
                        && request.answerSoFar().isEmpty()
                        && header.flatMap(GgufHeader::chatTemplate)
                                .filter(template -> template.contains("enable_thinking"))
                                .isPresent();
    }

    /// Whether what the model says first is the beginning of the answer.
    boolean beginsFresh() {
        return request.answerSoFar().isEmpty() && !thoughtless;
    }

    Ask.Chat ask() {
        return new Ask.Chat(
                lines(),
                thoughtless ? NO_THOUGHT : request.answerSoFar(),
                choice(request.sampling()),
                grammar());
    }

    private List<Ask.Line> lines() {
        List<Ask.Line> lines = new ArrayList<>();
        String system = system();
        if (!system.isEmpty()) {
            lines.add(new Ask.Line("system", system));
        }
        for (ChatMessage message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> {}
                case USER -> lines.add(new Ask.Line("user", message.text()));
                case ASSISTANT -> lines.add(new Ask.Line("assistant", said(message)));
                case TOOL -> addResults(lines, message);
            }
        }
        return lines;
    }

    private String system() {
        List<String> paragraphs = new ArrayList<>();
        request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(ChatMessage::text)
                .forEach(paragraphs::add);
        ToolUse use = request.options().tools();
        if (use.offered()) {
            paragraphs.add(offer(use));
        }
        return String.join("\n\n", paragraphs);
    }

    private static String offer(ToolUse use) {
        String tools =
                use.tools().stream().map(RequestWriter::describe).collect(Collectors.joining("\n"));
        return """
        # Tools

        You may call one or more functions to assist with the user query.

        You are provided with function signatures within <tools></tools> XML tags:
        <tools>
        %s
        </tools>

        For each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:
        <tool_call>
        {"name": <function-name>, "arguments": <args-json-object>}
        </tool_call>\
        """
                .formatted(tools);
    }

    private static String describe(ToolUse.Tool tool) {
        ObjectNode node = JSON.createObjectNode().put("type", "function");
        ObjectNode function = node.putObject("function");
        function.put("name", tool.name()).put("description", tool.description());
        function.set("parameters", JSON.readTree(tool.parameters()));
        return JSON.writeValueAsString(node);
    }

    private static String said(ChatMessage message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.parts()) {
            switch (part) {
                case Part.Text(String words) -> text.append(words);
                case Part.ToolCall call -> text.append(written(call, text.isEmpty()));
                // A model gets back what it said, not what it thought; pictures it cannot see.
                case Part.Reasoning _, Part.Image _, Part.ToolResult _ -> {}
            }
        }
        return text.toString();
    }

    private static String written(Part.ToolCall call, boolean first) {
        return "%s<tool_call>\n{\"name\": %s, \"arguments\": %s}\n</tool_call>"
                .formatted(
                        first ? "" : "\n",
                        JSON.writeValueAsString(call.name()),
                        call.arguments().isBlank() ? "{}" : call.arguments());
    }

    /// The results of several calls are one message.
    private static void addResults(List<Ask.Line> lines, ChatMessage message) {
        String results =
                message.parts().stream()
                        .filter(Part.ToolResult.class::isInstance)
                        .map(part ->
                                "<tool_response>\n%s\n</tool_response>"
                                        .formatted(((Part.ToolResult) part).content()))
                        .collect(Collectors.joining("\n"));
        boolean goesOn = !lines.isEmpty() && lines.getLast().content().endsWith("</tool_response>");
        String before = goesOn ? lines.removeLast().content() + "\n" : "";
        lines.add(new Ask.Line("user", before + results));
    }

    private static Ask.Choice choice(Sampling sampling) {
        return new Ask.Choice(
                sampling.temperature().orElse(USUAL_TEMPERATURE),
                sampling.topP().orElse(USUAL_TOP_P),
                MIN_P,
                sampling.presencePenalty().orElse(0),
                sampling.frequencyPenalty().orElse(0),
                sampling.maxTokens().orElse(0),
                sampling.stop(),
                sampling.seed());
    }

    private String grammar() {
        ToolUse use = request.options().tools();
        if (use.offered()) {
            return switch (use.choice()) {
                case ToolUse.ToolChoice.Required _ -> Grammar.ofCall(use.tools());
                case ToolUse.ToolChoice.Named(String name) ->
                        Grammar.ofCall(
                                use.tools().stream()
                                        .filter(tool -> tool.name().equals(name))
                                        .toList());
                case ToolUse.ToolChoice.Auto _, ToolUse.ToolChoice.None _ -> "";
            };
        }
        // In the middle of an answer nobody knows how much of the form is there already.
        if (!request.answerSoFar().isEmpty()) {
            return "";
        }
        return switch (request.options().format()) {
            case OutputFormat.Text _, OutputFormat.Image _ -> "";
            case OutputFormat.JsonObject _ -> Grammar.ofObject();
            case OutputFormat.JsonSchema schema -> Grammar.ofSchema(schema.schema());
        };
    }
}
