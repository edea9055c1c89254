package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A session that has another model now.
record SwitchedSession(
        @JsonProperty("session_id") long sessionId,
        String model,
        List<SessionMessage> messages,
        String title) {
    SwitchedSession {
        messages = List.copyOf(messages);
    }
}
