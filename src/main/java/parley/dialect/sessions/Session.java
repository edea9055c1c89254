package parley.dialect.sessions;

import parley.conversation.Conversation;
import parley.dialect.Timestamps;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A conversation as this contract shows it.
@JsonNaming(SnakeCaseStrategy.class)
record Session(String id, String title, String createdAt, String updatedAt) {
    /// The title of a session to which nobody, and no message, has given one yet.
    static final String UNTITLED = "New Chat";

    static Session of(Conversation conversation) {
        return new Session(
                Long.toString(conversation.id()),
                titleOf(conversation),
                Timestamps.iso(conversation.createdAt()),
                Timestamps.iso(conversation.updatedAt()));
    }

    static String titleOf(Conversation conversation) {
        return conversation.title().isBlank() ? UNTITLED : conversation.title();
    }
}
