package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.llm.Sampling;

/// The wish for an answer.
///
/// @param messages what is new in the conversation, oldest first. Empty asks for an answer to the
///   conversation's last message, which must then be a user's
/// @param model the model to use from now on; empty for the conversation's own
/// @param streamed whether somebody watches the answer grow
/// @param contract which contract asks
public record TurnRequest(
        long accountId,
        ConversationTarget target,
        List<NewMessage> messages,
        Optional<String> model,
        Sampling sampling,
        MemoryPolicy memory,
        boolean streamed,
        String contract,
        Optional<IdempotencyKey> key) {
    public TurnRequest {
        messages = List.copyOf(messages);
    }
}
