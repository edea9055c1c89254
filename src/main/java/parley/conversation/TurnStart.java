package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that is committed at once when a turn begins.
///
/// @param messages what is added to the conversation before the answer, oldest first; may be empty
/// @param title the title for a conversation that has none yet; empty to leave it
/// @param model the conversation's model from now on; empty to leave it
/// @param modelOnce the model of this turn alone; empty for the conversation's
/// @param answeredBy `provider/model` that will answer
/// @param status `QUEUED` or `RUNNING`
/// @param attributes what the contract keeps beside the answer, as the text of a JSON object
/// @param wish how the answer is asked for
/// @param node the server that writes the answer
public record TurnStart(
        long accountId,
        ConversationTarget target,
        List<NewMessage> messages,
        String title,
        Optional<String> model,
        Optional<String> modelOnce,
        String contract,
        String answeredBy,
        MessageStatus status,
        String attributes,
        TurnWish wish,
        String node,
        Optional<IdempotencyKey> key,
        Instant now) {
    public TurnStart {
        messages = List.copyOf(messages);
    }

    /// A start without attributes and wishes.
    public TurnStart(
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
        this(
                accountId,
                target,
                messages,
                title,
                model,
                Optional.empty(),
                contract,
                answeredBy,
                status,
                Message.NO_ATTRIBUTES,
                TurnWish.DEFAULT,
                node,
                key,
                now);
    }
}
