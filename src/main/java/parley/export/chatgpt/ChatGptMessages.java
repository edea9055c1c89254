package parley.export.chatgpt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.export.BesideFiles;
import parley.export.EpochTime;
import parley.export.ForeignConversation;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts ChatGPT's messages into the form of this program, one after another.
///
/// What the assistant says to a tool is a tool call, what the tool answers its result, and pictures
/// that a tool made are the assistant's. A text that was written into the canvas is said. What was
/// hidden is left out, but for the instructions that the user gave for all conversations.
final class ChatGptMessages {
    private static final String CANVAS = "canmore.";
    private static final String NEW_CANVAS = "canmore.create_textdoc";
    private static final String EVERYBODY = "all";
    private static final String ORIGIN = "chatgpt";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ForeignConversation conversation;
    private final ChatGptContent content;
    private final List<Part> thoughts = new ArrayList<>();
    private Part.@Nullable ToolCall asked;

    ChatGptMessages(ForeignConversation conversation, BesideFiles files) {
        this.conversation = conversation;
        this.content = new ChatGptContent(files);
    }

    /// Whether there is something to be seen of it.
    static boolean isSeen(JsonNode message) {
        String role = message.path("author").path("role").asString("");
        return !message.path("content").isMissingNode()
                && !role.equals("system")
                && !isHidden(message);
    }

    private static boolean isHidden(JsonNode message) {
        return message.path("metadata")
                .path("is_visually_hidden_from_conversation")
                .asBoolean(false);
    }

    void add(JsonNode message) {
        if (!message.isObject()) {
            return;
        }
        if (ChatGptContent.isInstructions(message)) {
            add(Role.SYSTEM, content.instructions(message), message);
            return;
        }
        if (isHidden(message)) {
            return;
        }
        switch (message.path("author").path("role").asString("")) {
            case "system" -> add(Role.SYSTEM, content.said(message), message);
            case "user" -> {
                asked = null;
                add(Role.USER, content.said(message), message);
            }
            case "assistant" -> addAnswer(message);
            case "tool" -> addResult(message);
            default -> {
                // Nobody's who could be named here.
            }
        }
    }

    private void addAnswer(JsonNode message) {
        String type = ChatGptContent.type(message);
        String recipient = message.path("recipient").asString(EVERYBODY);
        if (type.equals("thoughts")) {
            String thought = ChatGptContent.thoughts(message);
            if (!thought.isBlank()) {
                thoughts.add(new Part.Reasoning(thought, ORIGIN, Optional.empty()));
            }
        } else if (type.equals("reasoning_recap")) {
            // How long it thought, in words.
            return;
        } else if (recipient.equals(NEW_CANVAS)) {
            say(content.canvas(message), message);
        } else if (!recipient.equals(EVERYBODY)) {
            call(recipient, message);
        } else {
            say(content.said(message), message);
        }
    }

    private void say(List<Part> parts, JsonNode message) {
        if (parts.isEmpty()) {
            return;
        }
        List<Part> all = new ArrayList<>(thoughts);
        thoughts.clear();
        all.addAll(parts);
        add(Role.ASSISTANT, all, message);
    }

    private void call(String tool, JsonNode message) {
        String text = content.words(message);
        Part.ToolCall call = new Part.ToolCall(id(message), tool, arguments(text, message));
        say(List.of(call), message);
        asked = call;
    }

    /// A call's arguments are a JSON object; code becomes the member of one.
    private static String arguments(String text, JsonNode message) {
        try {
            if (JSON.readTree(text).isObject()) {
                return text;
            }
        } catch (JacksonException e) {
            // Then it is no JSON.
        }
        String member = ChatGptContent.type(message).equals("code") ? "code" : "input";
        return JSON.writeValueAsString(JSON.createObjectNode().put(member, text));
    }

    private void addResult(JsonNode message) {
        String tool = message.path("author").path("name").asString("tool");
        if (tool.startsWith(CANVAS) && asked == null) {
            // It says that the text was taken.
            return;
        }
        List<Part> pictures = content.pictures(message);
        String text = content.words(message);
        if (asked == null && !text.isBlank()) {
            say(List.of(ask(tool, message)), message);
        }
        if (asked != null) {
            add(
                    Role.TOOL,
                    List.of(new Part.ToolResult(asked.id(), asked.name(), text, false)),
                    message);
            asked = null;
        }
        if (!pictures.isEmpty()) {
            say(pictures, message);
        }
    }

    /// A result that nobody asked for, as searches come, gets the question it lacks.
    private Part.ToolCall ask(String tool, JsonNode message) {
        Part.ToolCall call = new Part.ToolCall(id(message), tool, "{}");
        asked = call;
        return call;
    }

    private static String id(JsonNode message) {
        return message.path("id").asString(UUID.randomUUID().toString());
    }

    private void add(Role role, List<Part> parts, JsonNode message) {
        Optional<Instant> at = EpochTime.of(message.path("create_time"));
        JsonNode metadata = message.path("metadata");
        String model =
                metadata.path("model_slug")
                        .asString(metadata.path("default_model_slug").asString(""));
        Optional<String> by =
                role == Role.ASSISTANT
                        ? Optional.of(model.isEmpty() ? ORIGIN : ORIGIN + "/" + model)
                        : Optional.empty();
        conversation.add(role, parts, at, by);
    }

    /// What it thought at last, and said nothing after.
    void end() {
        conversation.add(
                Role.ASSISTANT, List.copyOf(thoughts), Optional.empty(), Optional.of(ORIGIN));
        thoughts.clear();
    }

    List<String> notes() {
        return content.notes();
    }
}
