package parley.llm.langchain.anthropic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A history in the API's terms: instructions apart, then messages of user and assistant in turn,
/// the user first. A tool's results are the user's. Neighbours of one role become one message.
final class MessageList {
    /// Stands before an answer that nobody asked for; the API wants the user to begin.
    static final String OPENING = "(The conversation begins with your message.)";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> instructions = new ArrayList<>();
    private final ArrayNode messages = JSON.createArrayNode();
    private @Nullable ArrayNode open;
    private String openRole = "";

    static MessageList of(List<ChatMessage> history) {
        MessageList list = new MessageList();
        history.forEach(list::add);
        return list;
    }

    /// What the system says, wherever in the history it does; empty for nothing.
    String system() {
        return String.join("\n\n", instructions);
    }

    ArrayNode messages() {
        return messages;
    }

    boolean endsWithAssistant() {
        return openRole.equals("assistant");
    }

    private void add(ChatMessage message) {
        switch (message.role()) {
            case SYSTEM -> {
                if (!message.text().isBlank()) {
                    instructions.add(message.text());
                }
            }
            case USER, ASSISTANT, TOOL ->
                    message.parts().forEach(part -> addPart(message.role(), part));
        }
    }

    void addText(Role role, String text) {
        addPart(role, new Part.Text(text));
    }

    private void addPart(Role role, Part part) {
        switch (part) {
            // The API refuses a blank one, which says nothing anyway.
            case Part.Text(String text) -> {
                if (!text.isBlank()) {
                    content(role).add(block("text").put("text", text));
                }
            }
            case Part.Image image -> content(role).add(image(image));
            case Part.ToolCall call ->
                    content(role)
                            .add(
                                    block("tool_use")
                                            .put("id", call.id())
                                            .put("name", call.name())
                                            .set("input", arguments(call.arguments())));
            case Part.ToolResult result -> content(role).add(result(result));
            case Part.Reasoning thought ->
                    SignedThought.block(thought).ifPresent(block -> content(role).add(block));
        }
    }

    private static ObjectNode image(Part.Image image) {
        ObjectNode block = block("image");
        block.putObject("source")
                .put("type", "base64")
                .put("media_type", image.mediaType())
                .put("data", image.data());
        return block;
    }

    private static ObjectNode result(Part.ToolResult result) {
        ObjectNode block = block("tool_result").put("tool_use_id", result.callId());
        if (!result.content().isBlank()) {
            block.put("content", result.content());
        }
        return result.failed() ? block.put("is_error", true) : block;
    }

    /// The API takes an object only; what is none is kept as the text it is.
    private static JsonNode arguments(String json) {
        try {
            JsonNode arguments = JSON.readTree(json);
            if (arguments.isObject()) {
                return arguments;
            }
        } catch (JacksonException e) {
            // A call that was cut off in the middle of its arguments.
        }
        ObjectNode arguments = JSON.createObjectNode();
        return json.isBlank() ? arguments : arguments.put("arguments", json);
    }

    /// The content of the message that is being written, or of a new one.
    private ArrayNode content(Role role) {
        String wireRole = role == Role.ASSISTANT ? "assistant" : "user";
        if (messages.isEmpty() && role == Role.ASSISTANT) {
            content(Role.USER).add(block("text").put("text", OPENING));
        }
        if (open == null || !openRole.equals(wireRole)) {
            openRole = wireRole;
            open = messages.addObject().put("role", wireRole).putArray("content");
        }
        return open;
    }

    private static ObjectNode block(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
