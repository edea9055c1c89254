package parley.llm.langchain.anthropic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.ToolUse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The tools of a request, and whether one has to be called.
///
/// @param definitions in the API's form
/// @param choice in the API's form; null for the API's own default
/// @param answerTool the tool whose arguments are the answer
record ToolList(
        List<ObjectNode> definitions, @Nullable ObjectNode choice, Optional<String> answerTool) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static ToolList of(
            ToolUse use, JsonAnswer answer, List<ChatMessage> history, ClaudeModel model) {
        List<ObjectNode> definitions = new ArrayList<>();
        use.tools().forEach(tool -> definitions.add(definition(tool, model)));
        if (answer instanceof JsonAnswer.Tool(String name, ObjectNode schema)) {
            definitions.add(
                    JSON.createObjectNode()
                            .put("name", name)
                            .put("description", "Gives the answer. Its arguments are the answer.")
                            .set("input_schema", schema));
            return new ToolList(definitions, choiceWithAnswer(use, name), Optional.of(name));
        }
        if (definitions.isEmpty()) {
            return ofHistory(history);
        }
        return new ToolList(definitions, choice(use), Optional.empty());
    }

    /// The API refuses calls of tools in the history that it is not told of.
    private static ToolList ofHistory(List<ChatMessage> history) {
        Set<String> names = new LinkedHashSet<>();
        for (ChatMessage message : history) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    names.add(call.name());
                }
            }
        }
        List<ObjectNode> definitions =
                names.stream()
                        .map(name ->
                                JSON.createObjectNode()
                                        .put("name", name)
                                        .set("input_schema", anyObject()))
                        .toList();
        return new ToolList(
                definitions, definitions.isEmpty() ? null : choice("none"), Optional.empty());
    }

    private static ObjectNode definition(ToolUse.Tool tool, ClaudeModel model) {
        ObjectNode definition = JSON.createObjectNode().put("name", tool.name());
        if (!tool.description().isBlank()) {
            definition.put("description", tool.description());
        }
        Optional<ObjectNode> schema = JsonAnswer.objectSchema(tool.parameters());
        Optional<ObjectNode> held =
                tool.strict() && model.keepsToSchemas()
                        ? schema.flatMap(HeldSchema::of)
                        : Optional.empty();
        if (held.isPresent()) {
            definition.put("strict", true);
        }
        return definition.set("input_schema", held.or(() -> schema).orElseGet(ToolList::anyObject));
    }

    private static ObjectNode anyObject() {
        return JSON.createObjectNode().put("type", "object");
    }

    private static @Nullable ObjectNode choice(ToolUse use) {
        return switch (use.choice()) {
            case ToolUse.ToolChoice.Auto() ->
                    use.parallel() ? null : oneAtATime(choice("auto"), use);
            case ToolUse.ToolChoice.None() -> choice("none");
            case ToolUse.ToolChoice.Required() -> oneAtATime(choice("any"), use);
            case ToolUse.ToolChoice.Named(String name) ->
                    oneAtATime(choice("tool").put("name", name), use);
        };
    }

    /// Something has to be called: a tool of the client's where that is allowed, or the answer.
    private static ObjectNode choiceWithAnswer(ToolUse use, String answerTool) {
        return switch (use.choice()) {
            case ToolUse.ToolChoice.Named(String name) when use.offered() ->
                    oneAtATime(choice("tool").put("name", name), use);
            case ToolUse.ToolChoice.Auto(),
                    ToolUse.ToolChoice.Required(),
                    ToolUse.ToolChoice.Named _
                    when use.offered() ->
                    oneAtATime(choice("any"), use);
            case ToolUse.ToolChoice.Auto(),
                    ToolUse.ToolChoice.None(),
                    ToolUse.ToolChoice.Required(),
                    ToolUse.ToolChoice.Named _ ->
                    choice("tool").put("name", answerTool).put("disable_parallel_tool_use", true);
        };
    }

    private static ObjectNode oneAtATime(ObjectNode choice, ToolUse use) {
        return use.parallel() ? choice : choice.put("disable_parallel_tool_use", true);
    }

    private static ObjectNode choice(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    boolean isForced() {
        String type = choice == null ? "" : choice.path("type").asString("");
        return type.equals("any") || type.equals("tool");
    }

    void writeTo(ObjectNode body) {
        if (!definitions.isEmpty()) {
            ArrayNode array = body.putArray("tools");
            definitions.forEach(array::add);
        }
        if (choice != null) {
            body.set("tool_choice", choice);
        }
    }
}
