package parley.dialect.openai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// Reads the `messages` of one request. Results of tools that follow each other become one message,
/// as the calls they answer are in one.
final class MessageReader {
    private static final String FIELD = "messages";
    private static final String CONTENT = "content";

    private final List<ChatMessage> messages = new ArrayList<>();
    private final Map<String, String> namesOfCalls = new HashMap<>();
    private final Map<String, String> callsOfNames = new HashMap<>();

    /// @throws parley.error.AppException (400) naming the message and the field that is wrong
    List<ChatMessage> read(RequestFields body) {
        if (!body.has(FIELD)) {
            throw body.missing(FIELD);
        }
        body.objects(FIELD).forEach(this::add);
        if (messages.isEmpty()) {
            throw body.wrong(FIELD, "an array with at least one message");
        }
        return messages;
    }

    private void add(RequestFields message) {
        switch (message.requiredText("role")) {
            case "system", "developer" ->
                    messages.add(
                            new ChatMessage(Role.SYSTEM, ContentReader.text(message, CONTENT)));
            case "user" ->
                    messages.add(new ChatMessage(Role.USER, ContentReader.parts(message, CONTENT)));
            case "assistant" -> messages.add(new ChatMessage(Role.ASSISTANT, assistant(message)));
            case "tool" -> addResult(message, message.requiredText("tool_call_id"));
            case "function" -> {
                String name = message.requiredText("name");
                addResult(message, callsOfNames.getOrDefault(name, "call_" + name));
            }
            default ->
                    throw message.wrong(
                            "role", "system, developer, user, assistant, tool or function");
        }
    }

    private List<Part> assistant(RequestFields message) {
        List<Part> parts = new ArrayList<>();
        if (message.has(CONTENT)) {
            ContentReader.parts(message, CONTENT).stream()
                    .filter(part -> !part.equals(new Part.Text("")))
                    .forEach(parts::add);
        }
        message.optionalText("refusal").map(Part.Text::new).ifPresent(parts::add);
        for (RequestFields call : message.objects("tool_calls")) {
            parts.add(call(call, call.requiredText("id")));
        }
        message.optionalObject("function_call").ifPresent(call -> parts.add(legacyCall(call)));
        if (parts.isEmpty()) {
            // An answer that was nothing: it is part of the history all the same.
            parts.add(new Part.Text(""));
        }
        return parts;
    }

    private Part call(RequestFields call, String id) {
        String type = call.optionalText("type").orElse("function");
        if (!type.equals("function")) {
            throw call.wrong("type", "function");
        }
        RequestFields function =
                call.optionalObject("function").orElseThrow(() -> call.missing("function"));
        String name = function.requiredText("name");
        namesOfCalls.put(id, name);
        return new Part.ToolCall(id, name, function.optionalText("arguments").orElse("{}"));
    }

    /// Calls of this form have no id; they get one of ours.
    private Part legacyCall(RequestFields call) {
        String name = call.requiredText("name");
        String id = "call_%d_%s".formatted(messages.size(), name);
        callsOfNames.put(name, id);
        namesOfCalls.put(id, name);
        return new Part.ToolCall(id, name, call.optionalText("arguments").orElse("{}"));
    }

    private void addResult(RequestFields message, String callId) {
        Part result =
                new Part.ToolResult(
                        callId,
                        namesOfCalls.getOrDefault(callId, ""),
                        ContentReader.text(message, CONTENT),
                        false);
        if (!messages.isEmpty() && messages.getLast().role() == Role.TOOL) {
            List<Part> parts = new ArrayList<>(messages.removeLast().parts());
            parts.add(result);
            messages.add(new ChatMessage(Role.TOOL, parts));
            return;
        }
        messages.add(new ChatMessage(Role.TOOL, List.of(result)));
    }
}
