package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.conversation.Message;
import parley.dialect.Timestamps;

/// A message; an answer's id is the id of its turn.
record ShownMessage(
        long id,
        long sequence,
        String role,
        String content,
        @JsonProperty("content_type") String contentType,
        String status,
        @JsonProperty("created_at") String createdAt) {
    static ShownMessage of(Message message) {
        return new ShownMessage(
                message.id(),
                message.sequence(),
                message.role().wireName(),
                message.content(),
                message.contentType().wireName(),
                message.status().wireName(),
                Timestamps.iso(message.createdAt()));
    }
}
