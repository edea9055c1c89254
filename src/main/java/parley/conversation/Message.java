package parley.conversation;

import java.time.Instant;
import parley.llm.Role;

/// One message of a conversation.
///
/// @param sequence its place in the conversation: 1 for the first message. Only what was deleted
///   leaves gaps
/// @param content the text; of an answer that is being written, what was stored so far
/// @param attributes what contracts keep beside the text, as the text of a JSON object
/// @param rich whether there is more in it than its text: pictures, tool calls, reasoning. Read it
///   with [ConversationService#parts]
public record Message(
        long id,
        long conversationId,
        long sequence,
        Role role,
        String content,
        ContentType contentType,
        String attributes,
        MessageStatus status,
        Instant createdAt,
        boolean rich) {
    public static final String NO_ATTRIBUTES = "{}";

    /// A message of nothing but text.
    public Message(
            long id,
            long conversationId,
            long sequence,
            Role role,
            String content,
            ContentType contentType,
            String attributes,
            MessageStatus status,
            Instant createdAt) {
        this(
                id,
                conversationId,
                sequence,
                role,
                content,
                contentType,
                attributes,
                status,
                createdAt,
                false);
    }
}
