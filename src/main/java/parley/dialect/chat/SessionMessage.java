package parley.dialect.chat;

import java.util.List;
import parley.conversation.Message;

/// A message as this contract shows it.
record SessionMessage(String role, String content) {
    static List<SessionMessage> of(List<Message> messages) {
        return messages.stream()
                .map(message -> new SessionMessage(message.role().wireName(), message.content()))
                .toList();
    }
}
