package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A conversation with everything that is kept of it, as it leaves one server and comes to another.
/// See [Conversation].
///
/// @param messages oldest first
public record WholeConversation(
        String title,
        Optional<String> model,
        Optional<String> endUser,
        Optional<String> alias,
        OptionalLong dataSourceId,
        Instant createdAt,
        Instant updatedAt,
        List<WholeMessage> messages) {
    public WholeConversation {
        messages = List.copyOf(messages);
    }
}
