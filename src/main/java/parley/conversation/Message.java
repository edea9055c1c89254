package parley.conversation;

import java.time.Instant;
import parley.llm.Role;

/// One message of a conversation.
///
/// @param sequence its place in the conversation: 1 for the first message, without gaps
/// @param content the text; of an answer that is being written, what was stored so far
/// @param attributes what contracts keep beside the text, as the text of a JSON object
public record Message(
        long id,
        long conversationId,
        long sequence,
        Role role,
        String content,
        ContentType contentType,
        String attributes,
        MessageStatus status,
        Instant createdAt) {
    public static final String NO_ATTRIBUTES = "{}";
}
