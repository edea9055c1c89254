package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parley.conversation.Conversation;
import parley.dialect.Timestamps;

/// A conversation without its messages.
///
/// @param title empty until someone or the first message gives one
/// @param model the model as it was asked for; null for the server's default
record ShownConversation(
        long id,
        String title,
        @Nullable String model,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {
    static ShownConversation of(Conversation conversation) {
        return new ShownConversation(
                conversation.id(),
                conversation.title(),
                conversation.model().orElse(null),
                Timestamps.iso(conversation.createdAt()),
                Timestamps.iso(conversation.updatedAt()));
    }
}
