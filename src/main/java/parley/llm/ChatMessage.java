package parley.llm;

import java.util.List;
import java.util.stream.Collectors;

/// One message of the history a model sees.
///
/// @param parts what it says, in order
public record ChatMessage(Role role, List<Part> parts) {
    public ChatMessage {
        parts = List.copyOf(parts);
    }

    /// A message of nothing but text.
    public ChatMessage(Role role, String text) {
        this(role, List.of(new Part.Text(text)));
    }

    /// The words of the message: its texts and its tools' results, without anything between them.
    public String text() {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Text(String text)) {
            return text;
        }
        return parts.stream().map(ChatMessage::words).collect(Collectors.joining());
    }

    private static String words(Part part) {
        return switch (part) {
            case Part.Text(String text) -> text;
            case Part.ToolResult result -> result.content();
            case Part.Image _, Part.ToolCall _, Part.Reasoning _ -> "";
        };
    }
}
