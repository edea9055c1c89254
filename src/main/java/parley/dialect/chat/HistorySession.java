package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parley.conversation.Conversation;
import parley.dialect.Timestamps;

/// A session in the history.
///
/// @param applicationId always 1: this server is one application
record HistorySession(
        long id,
        @JsonProperty("user_id") long userId,
        @JsonProperty("application_id") long applicationId,
        String model,
        String title,
        List<SessionMessage> messages,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {
    private static final long THE_APPLICATION = 1;
    private static final String NO_TITLE = "New Chat";

    HistorySession {
        messages = List.copyOf(messages);
    }

    /// @param model the session's, or the one that answers where it has none
    static HistorySession of(Conversation session, String model, List<SessionMessage> messages) {
        return new HistorySession(
                session.id(),
                session.accountId(),
                THE_APPLICATION,
                model,
                title(session),
                messages,
                Timestamps.iso(session.createdAt()),
                Timestamps.iso(session.updatedAt()));
    }

    /// A title that is never empty.
    static String title(Conversation session) {
        return session.title().isBlank() ? NO_TITLE : session.title();
    }
}
