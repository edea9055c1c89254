package parley.llm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts the tool calls of a history and their results in the order that every provider demands:
/// right after the message with the calls one message with a result for each of them, and no result
/// anywhere else.
final class ToolPairs {
    static final String NO_RESULT = "no result was given";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<ChatMessage> messages;
    private final List<Withheld> withheld;
    private final ToolCallIds ids = new ToolCallIds();
    private final List<ChatMessage> paired = new ArrayList<>();
    private int next;

    /// @param withheld is told what was repaired
    ToolPairs(List<ChatMessage> messages, List<Withheld> withheld) {
        this.messages = messages;
        this.withheld = withheld;
    }

    List<ChatMessage> paired() {
        while (next < messages.size()) {
            ChatMessage message = messages.get(next++);
            if (calls(message)) {
                pair(message);
            } else {
                add(message.role(), message.parts());
            }
        }
        return paired;
    }

    private static boolean calls(ChatMessage message) {
        return message.role() == Role.ASSISTANT
                && message.parts().stream().anyMatch(Part.ToolCall.class::isInstance);
    }

    /// Adds a message with calls, their results, and what else was said until the next answer.
    private void pair(ChatMessage message) {
        List<Part> asking = new ArrayList<>(message.parts());
        while (next < messages.size() && calls(messages.get(next))) {
            asking.addAll(messages.get(next++).parts());
        }
        int from = next;
        while (next < messages.size() && messages.get(next).role() != Role.ASSISTANT) {
            next++;
        }
        List<ChatMessage> following = messages.subList(from, next);
        List<Part.ToolResult> results = results(following);
        Set<Part.ToolResult> used = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Part> asked = new ArrayList<>();
        List<Part> answered = new ArrayList<>();
        for (Part part : asking) {
            if (part instanceof Part.ToolCall call) {
                Part.ToolCall renamed =
                        new Part.ToolCall(ids.of(call.id()), call.name(), arguments(call));
                asked.add(renamed);
                answered.add(result(call, renamed.id(), results, used));
            } else {
                asked.add(part);
            }
        }
        add(Role.ASSISTANT, asked);
        paired.add(new ChatMessage(Role.TOOL, answered));
        for (ChatMessage other : following) {
            add(other.role(), without(other, used));
        }
    }

    private static List<Part.ToolResult> results(List<ChatMessage> messages) {
        List<Part.ToolResult> results = new ArrayList<>();
        for (ChatMessage message : messages) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolResult result) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    private Part result(
            Part.ToolCall call,
            String id,
            List<Part.ToolResult> results,
            Set<Part.ToolResult> used) {
        Optional<Part.ToolResult> found =
                results.stream()
                        .filter(result -> result.callId().equals(call.id()))
                        .filter(result -> !used.contains(result))
                        .findFirst();
        if (found.isPresent()) {
            used.add(found.get());
            return new Part.ToolResult(
                    id, call.name(), found.get().content(), found.get().failed());
        }
        withheld.add(
                new Withheld(
                        Withheld.Kind.TOOL_CALL,
                        "the call of %s has no result; the model was told so"
                                .formatted(call.name())));
        return new Part.ToolResult(id, call.name(), NO_RESULT, true);
    }

    /// @param used the results that have found their calls
    private static List<Part> without(ChatMessage message, Set<Part.ToolResult> used) {
        return message.parts().stream()
                .filter(part -> !(part instanceof Part.ToolResult result) || !used.contains(result))
                .toList();
    }

    /// Adds a message whose results, if it has any, belong to no call.
    private void add(Role role, List<Part> parts) {
        List<Part> plain = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof Part.ToolResult result) {
                plain.add(asText(result));
            } else if (role == Role.ASSISTANT || !(part instanceof Part.ToolCall)) {
                plain.add(part);
            }
        }
        if (!plain.isEmpty()) {
            paired.add(new ChatMessage(role == Role.TOOL ? Role.USER : role, plain));
        }
    }

    private Part asText(Part.ToolResult result) {
        withheld.add(
                new Withheld(
                        Withheld.Kind.TOOL_RESULT,
                        "a tool's result without its call was sent as plain text"));
        String tool = result.name().isEmpty() ? "a tool" : "the tool " + result.name();
        return new Part.Text("[result of %s: %s]".formatted(tool, result.content()));
    }

    /// Arguments that are an object, as some providers demand: an answer that was cut off leaves
    /// half of one.
    private String arguments(Part.ToolCall call) {
        if (call.arguments().isBlank()) {
            return "{}";
        }
        try {
            if (JSON.readTree(call.arguments()).isObject()) {
                return call.arguments();
            }
        } catch (JacksonException e) {
            // Is wrapped below, like everything else that is no object.
        }
        withheld.add(
                new Withheld(
                        Withheld.Kind.TOOL_CALL,
                        "the arguments of the call of %s are not a JSON object; they were wrapped"
                                .formatted(call.name())));
        return JSON.writeValueAsString(JSON.createObjectNode().put("arguments", call.arguments()));
    }
}
