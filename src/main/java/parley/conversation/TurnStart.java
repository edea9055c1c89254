package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that is committed at once when a turn begins.
///
/// @param messages what is added to the conversation before the answer, oldest first; may be empty
/// @param title the title for a conversation that has none yet; empty to leave it
/// @param model the conversation's model from now on; empty to leave it
/// @param answeredBy `provider/model` that will answer
/// @param status `QUEUED` or `RUNNING`
/// @param node the server that writes the answer
public record TurnStart(
        long accountId,
        ConversationTarget target,
        List<NewMessage> messages,
        String title,
        Optional<String> model,
        String contract,
        String answeredBy,
        MessageStatus status,
        String node,
        Optional<IdempotencyKey> key,
        Instant now) {
    public TurnStart {
        messages = List.copyOf(messages);
    }
}
