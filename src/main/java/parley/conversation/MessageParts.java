package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.llm.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The stored form of parts: the text of a JSON object `{"version": 1, "parts": [...]}`, each part
/// with its `type`. It belongs to no provider. A part of a type that is not known was written by a
/// newer Parley and is passed over.
public final class MessageParts {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageParts() {}

    public static String write(List<Part> parts) {
        return writeAnswer(
                parts.stream().<AnswerPart>map(part -> new AnswerPart.Whole(part)).toList());
    }

    public static List<Part> read(String json) {
        return AnswerPart.whole(readAnswer(json));
    }

    public static String writeAnswer(List<AnswerPart> parts) {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ArrayNode list = root.putArray("parts");
        for (AnswerPart part : parts) {
            list.add(
                    switch (part) {
                        case AnswerPart.Whole(Part whole) -> node(whole);
                        case AnswerPart.Lost(int units) ->
                                JSON.createObjectNode().put("type", "lost").put("units", units);
                    });
        }
        return text(root);
    }

    public static List<AnswerPart> readAnswer(String json) {
        List<AnswerPart> parts = new ArrayList<>();
        for (JsonNode node : JSON.readTree(json).path("parts")) {
            if (node.path("type").asString("").equals("lost")) {
                parts.add(new AnswerPart.Lost(node.path("units").asInt(0)));
            } else {
                part(node).ifPresent(part -> parts.add(new AnswerPart.Whole(part)));
            }
        }
        return parts;
    }

    static ObjectNode node(Part part) {
        ObjectNode node = JSON.createObjectNode();
        switch (part) {
            case Part.Text(String text) -> node.put("type", "text").put("text", kept(text));
            case Part.Image(String mediaType, String data, Optional<String> detail) -> {
                node.put("type", "image")
                        .put("media_type", kept(mediaType))
                        .put("data", kept(data));
                detail.ifPresent(how -> node.put("detail", kept(how)));
            }
            case Part.ToolCall(String id, String name, String arguments) ->
                    node.put("type", "tool_call")
                            .put("id", kept(id))
                            .put("name", kept(name))
                            .put("arguments", kept(arguments));
            case Part.ToolResult(String callId, String name, String content, boolean failed) ->
                    node.put("type", "tool_result")
                            .put("call_id", kept(callId))
                            .put("name", kept(name))
                            .put("content", kept(content))
                            .put("failed", failed);
            case Part.Reasoning(String text, String origin, Optional<String> signature) -> {
                node.put("type", "reasoning").put("text", kept(text)).put("origin", kept(origin));
                signature.ifPresent(signed -> node.put("signature", kept(signed)));
            }
        }
        return node;
    }

    static Optional<Part> part(JsonNode node) {
        return Optional.ofNullable(
                switch (string(node, "type")) {
                    case "text" -> new Part.Text(string(node, "text"));
                    case "image" ->
                            new Part.Image(
                                    string(node, "media_type"),
                                    string(node, "data"),
                                    optional(node, "detail"));
                    case "tool_call" ->
                            new Part.ToolCall(
                                    string(node, "id"),
                                    string(node, "name"),
                                    string(node, "arguments"));
                    case "tool_result" ->
                            new Part.ToolResult(
                                    string(node, "call_id"),
                                    string(node, "name"),
                                    string(node, "content"),
                                    node.path("failed").asBoolean(false));
                    case "reasoning" ->
                            new Part.Reasoning(
                                    string(node, "text"),
                                    string(node, "origin"),
                                    optional(node, "signature"));
                    default -> null;
                });
    }

    static String text(JsonNode node) {
        return JSON.writeValueAsString(node);
    }

    /// JSON writes U+0000 as an escape, where the store's own rule for texts does not see it.
    private static String kept(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(string(node, name)) : Optional.empty();
    }
}
