package parley.dialect;

import java.util.List;
import java.util.Optional;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewMessage;
import parley.conversation.TurnHandle;
import parley.conversation.TurnRequest;
import parley.conversation.TurnService;
import parley.error.AppException;
import parley.http.Exchange;
import parley.llm.ModelOptions;

/// Asks one question and waits for the answer, for contracts without streams and without a choice
/// of model.
public final class Questions {
    private final TurnService turns;
    private final String contract;

    /// @param contract the name of the contract that asks
    public Questions(TurnService turns, String contract) {
        this.turns = turns;
        this.contract = contract;
    }

    /// A question that was answered.
    public record Answered(TurnHandle handle, TurnHandle.Answer answer) {}

    /// Starts a turn and waits for its end. The request's `Idempotency-Key` counts; the answer's
    /// headers tell the turn and the model.
    ///
    /// @throws AppException (404) if the target does not exist; whatever made the turn fail
    public Answered ask(
            Exchange exchange, ConversationTarget target, NewMessage question, MemoryPolicy memory)
            throws InterruptedException {
        return ask(
                exchange,
                target,
                question,
                memory,
                Optional.empty(),
                ModelOptions.DEFAULT,
                Message.NO_ATTRIBUTES);
    }

    /// Asks a certain model, or in a certain way.
    ///
    /// @param model empty for the conversation's own
    /// @param options how the model is to answer
    /// @param attributes what the contract keeps beside the answer, as the text of a JSON object
    /// @throws AppException as [#ask(Exchange, ConversationTarget, NewMessage, MemoryPolicy)];
    ///   (400) if there is no such model
    public Answered ask(
            Exchange exchange,
            ConversationTarget target,
            NewMessage question,
            MemoryPolicy memory,
            Optional<String> model,
            ModelOptions options,
            String attributes)
            throws InterruptedException {
        TurnHandle handle =
                turns.start(
                        new TurnRequest(
                                exchange.caller().id(),
                                target,
                                List.of(question),
                                model,
                                options,
                                Optional.empty(),
                                attributes,
                                memory,
                                // Others may watch the answer grow in the conversation's messages,
                                // and a stop keeps what was said: that takes the provider's stream.
                                true,
                                contract,
                                IdempotencyKeys.of(exchange)));
        return new Answered(handle, TurnAnswers.await(exchange, handle));
    }
}
