package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.Timestamps;

/// A message; an answer's id is the id of its turn.
///
/// @param parts all it says, in order; left out where that is nothing but the content
record ShownMessage(
        long id,
        long sequence,
        String role,
        String content,
        @JsonProperty("content_type") String contentType,
        String status,
        @JsonProperty("created_at") String createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownPart> parts) {
    static ShownMessage of(ConversationService conversations, Message message) {
        return new ShownMessage(
                message.id(),
                message.sequence(),
                message.role().wireName(),
                message.content(),
                message.contentType().wireName(),
                message.status().wireName(),
                Timestamps.iso(message.createdAt()),
                ShownPart.of(conversations, message));
    }
}
