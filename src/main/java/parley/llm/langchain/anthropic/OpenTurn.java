package parley.llm.langchain.anthropic;

import java.util.List;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// What the assistant has said since the user last spoke: a turn that is under way while tools are
/// called.
record OpenTurn(List<Part> said) {
    static OpenTurn of(List<ChatMessage> history) {
        int start = history.size();
        while (start > 0 && isPartOfTurn(history.get(start - 1))) {
            start--;
        }
        return new OpenTurn(
                history.subList(start, history.size()).stream()
                        .filter(message -> message.role() == Role.ASSISTANT)
                        .flatMap(message -> message.parts().stream())
                        .toList());
    }

    private static boolean isPartOfTurn(ChatMessage message) {
        return message.role() == Role.ASSISTANT
                || (!message.parts().isEmpty()
                        && message.parts().stream().allMatch(Part.ToolResult.class::isInstance));
    }

    /// Whether there is such a turn, and it began with something else than a thought that Anthropic
    /// signed; perhaps another provider's model began it.
    boolean beganWithoutThought() {
        return !said.isEmpty()
                && !(said.getFirst() instanceof Part.Reasoning thought
                        && SignedThought.block(thought).isPresent());
    }
}
