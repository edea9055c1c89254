package parley.conversation;

import java.util.List;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// A message that is to be stored; see [Message].
///
/// @param parts all it says, in order; empty where that is nothing but the content
public record NewMessage(
        Role role, String content, ContentType contentType, String attributes, List<Part> parts) {
    public NewMessage {
        parts = List.copyOf(parts);
    }

    public NewMessage(Role role, String content, ContentType contentType, String attributes) {
        this(role, content, contentType, attributes, List.of());
    }

    /// A message of parts; its content is their text.
    public static NewMessage of(ChatMessage message) {
        boolean plain = message.parts().stream().allMatch(Part.Text.class::isInstance);
        return new NewMessage(
                message.role(),
                message.text(),
                ContentType.TEXT,
                Message.NO_ATTRIBUTES,
                plain ? List.of() : message.parts());
    }

    public static NewMessage text(Role role, String content) {
        return new NewMessage(role, content, ContentType.TEXT, Message.NO_ATTRIBUTES);
    }
}
