package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// Puts items together to messages: what one answer says in several items (thoughts, words, tool
/// calls) is one message, and so are the results of tools that come one after another.
final class DialogueBuilder {
    private final List<Role> roles = new ArrayList<>();
    private final List<List<Part>> contents = new ArrayList<>();
    private final Map<String, String> toolNames = new HashMap<>();

    void add(Role role, List<Part> parts) {
        parts.forEach(this::noteCall);
        if (joinsLast(role, parts)) {
            contents.getLast().addAll(parts);
            return;
        }
        roles.add(role);
        contents.add(new ArrayList<>(parts));
    }

    /// The name of a tool that was called before; empty if there was no such call.
    String toolName(String callId) {
        return toolNames.getOrDefault(callId, "");
    }

    /// Calls that were made before what is put together here.
    void know(Part.ToolCall call) {
        toolNames.put(call.id(), call.name());
    }

    boolean knows(String callId) {
        return toolNames.containsKey(callId);
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    List<ChatMessage> messages() {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            messages.add(new ChatMessage(roles.get(i), contents.get(i)));
        }
        return messages;
    }

    private boolean joinsLast(Role role, List<Part> parts) {
        if (roles.isEmpty() || roles.getLast() != role) {
            return false;
        }
        return switch (role) {
            case TOOL -> true;
            case ASSISTANT -> !(hasText(parts) && hasText(contents.getLast()));
            case SYSTEM, USER -> false;
        };
    }

    private void noteCall(Part part) {
        if (part instanceof Part.ToolCall call) {
            know(call);
        }
    }

    private static boolean hasText(List<Part> parts) {
        return parts.stream().anyMatch(Part.Text.class::isInstance);
    }
}
