package parley.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

/// Reads the instructions and messages of one request. What tools answered is a message of its own,
/// before what the user says beside it.
final class DialogueReader {
    private static final String CONTENT = "content";

    private final List<ChatMessage> messages = new ArrayList<>();
    private final Map<String, String> namesOfCalls = new HashMap<>();

    /// @throws parley.error.AppException (400) naming the message and the field that is wrong
    List<ChatMessage> read(RequestFields body) {
        if (body.has("system")) {
            String instructions = texts(body, "system");
            if (!instructions.isEmpty()) {
                messages.add(new ChatMessage(Role.SYSTEM, instructions));
            }
        }
        if (!body.has("messages")) {
            throw body.missing("messages");
        }
        List<RequestFields> said = body.objects("messages");
        if (said.isEmpty()) {
            throw body.wrong("messages", "an array with at least one message");
        }
        said.forEach(this::add);
        return messages;
    }

    private void add(RequestFields message) {
        switch (message.requiredText("role")) {
            case "user" -> addUser(message);
            case "assistant" -> addAssistant(message);
            case "system" -> messages.add(new ChatMessage(Role.SYSTEM, texts(message, CONTENT)));
            default -> throw message.wrong("role", "user, assistant or system");
        }
    }

    private void addUser(RequestFields message) {
        if (message.find(CONTENT).filter(JsonNode::isString).isPresent()) {
            messages.add(new ChatMessage(Role.USER, message.requiredText(CONTENT)));
            return;
        }
        List<Part> results = new ArrayList<>();
        List<Part> said = new ArrayList<>();
        for (RequestFields block : blocks(message, CONTENT)) {
            if (block.requiredText("type").equals("tool_result")) {
                addResult(block, results, said);
            } else {
                said.add(BlockReader.shown(block));
            }
        }
        if (!results.isEmpty()) {
            messages.add(new ChatMessage(Role.TOOL, results));
        }
        if (!said.isEmpty()) {
            messages.add(new ChatMessage(Role.USER, said));
        }
    }

    /// Pictures that a tool made are shown beside what it said.
    private void addResult(RequestFields block, List<Part> results, List<Part> said) {
        String callId = block.requiredText("tool_use_id");
        StringBuilder text = new StringBuilder();
        if (block.find(CONTENT).filter(JsonNode::isString).isPresent()) {
            text.append(block.requiredText(CONTENT));
        } else {
            for (RequestFields piece : block.objects(CONTENT)) {
                if (BlockReader.shown(piece) instanceof Part.Text(String words)) {
                    text.append(words);
                } else {
                    said.add(BlockReader.shown(piece));
                }
            }
        }
        results.add(
                new Part.ToolResult(
                        callId,
                        namesOfCalls.getOrDefault(callId, ""),
                        text.toString(),
                        block.optionalBoolean("is_error").orElse(false)));
    }

    private void addAssistant(RequestFields message) {
        if (message.find(CONTENT).filter(JsonNode::isString).isPresent()) {
            messages.add(new ChatMessage(Role.ASSISTANT, message.requiredText(CONTENT)));
            return;
        }
        List<Part> parts = new ArrayList<>();
        for (RequestFields block : blocks(message, CONTENT)) {
            BlockReader.said(block).ifPresent(parts::add);
        }
        for (Part part : parts) {
            if (part instanceof Part.ToolCall call) {
                namesOfCalls.put(call.id(), call.name());
            }
        }
        if (!parts.isEmpty()) {
            messages.add(new ChatMessage(Role.ASSISTANT, parts));
        }
    }

    private static String texts(RequestFields fields, String name) {
        JsonNode value = fields.find(name).orElseThrow(() -> fields.missing(name));
        if (value.isString()) {
            return value.stringValue();
        }
        return blocks(fields, name).stream()
                .map(block -> {
                    if (!block.requiredText("type").equals("text")) {
                        throw block.wrong("type", "text");
                    }
                    return block.requiredText("text");
                })
                .collect(Collectors.joining("\n\n"));
    }

    private static List<RequestFields> blocks(RequestFields fields, String name) {
        JsonNode value = fields.find(name).orElseThrow(() -> fields.missing(name));
        if (!value.isArray()) {
            throw fields.wrong(name, "text, or an array of content blocks");
        }
        return fields.objects(name);
    }
}
