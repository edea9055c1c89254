package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.llm.ModelOptions;
import parley.llm.Sampling;

/// The wish for an answer.
///
/// @param messages what is new in the conversation, oldest first. Empty asks for an answer to the
///   conversation's last message, which must then be a user's
/// @param model the model to use from now on; empty for the conversation's own
/// @param options how the model is to answer
/// @param instructions a system text for this turn alone: the model sees it first, and it is not
///   kept in the conversation
/// @param answerAttributes what the contract keeps beside the answer, as the text of a JSON object
/// @param streamed whether somebody watches the answer grow
/// @param contract which contract asks
public record TurnRequest(
        long accountId,
        ConversationTarget target,
        List<NewMessage> messages,
        Optional<String> model,
        ModelOptions options,
        Optional<String> instructions,
        String answerAttributes,
        MemoryPolicy memory,
        boolean streamed,
        String contract,
        Optional<IdempotencyKey> key) {
    public TurnRequest {
        messages = List.copyOf(messages);
    }

    /// What is kept of it beside the turn.
    public TurnWish wish() {
        return new TurnWish(options, instructions, memory);
    }

    /// A request without tools, instructions or attributes.
    public TurnRequest(
            long accountId,
            ConversationTarget target,
            List<NewMessage> messages,
            Optional<String> model,
            Sampling sampling,
            MemoryPolicy memory,
            boolean streamed,
            String contract,
            Optional<IdempotencyKey> key) {
        this(
                accountId,
                target,
                messages,
                model,
                ModelOptions.of(sampling),
                Optional.empty(),
                Message.NO_ATTRIBUTES,
                memory,
                streamed,
                contract,
                key);
    }
}
