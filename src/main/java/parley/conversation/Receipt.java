package parley.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import parley.llm.Attempt;
import parley.llm.Role;
import parley.llm.Usage;
import parley.llm.Withheld;

/// What went into an answer, and what it took: of the last run, for a turn that was continued.
///
/// @param status where the turn stands
/// @param asked the model that was asked for: `provider/model`
/// @param answered the model that answers, or was asked last; empty before the first attempt
/// @param instructionTokens what the instructions for this turn alone take
/// @param messages what of the conversation the model saw, oldest first
/// @param leftOut what of the conversation it did not see
/// @param withheld parts of those messages that were left out or replaced, because this model could
///   not have read them
/// @param firstToken from the first attempt to the first piece of the answer
/// @param nanoDollars the price; empty where it is not known
/// @param note what else is to be known, for people; empty if nothing
public record Receipt(
        MessageStatus status,
        String asked,
        Optional<String> answered,
        long instructionTokens,
        List<Seen> messages,
        List<LeftOut> leftOut,
        List<Withheld> withheld,
        List<Attempt> attempts,
        Optional<Duration> firstToken,
        Duration duration,
        Usage usage,
        OptionalLong nanoDollars,
        String note) {
    public Receipt {
        messages = List.copyOf(messages);
        leftOut = List.copyOf(leftOut);
        withheld = List.copyOf(withheld);
        attempts = List.copyOf(attempts);
    }

    /// A receipt of nothing but where the turn stands.
    static Receipt noted(Turn turn, MessageStatus status, Usage usage, String note) {
        return new Receipt(
                status,
                turn.answeredBy().orElse(""),
                turn.answeredBy(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                usage,
                OptionalLong.empty(),
                note);
    }

    /// The same receipt, where messages have other ids.
    public Receipt withMessages(LongUnaryOperator newId) {
        return new Receipt(
                status,
                asked,
                answered,
                instructionTokens,
                messages.stream()
                        .map(seen ->
                                new Seen(
                                        newId.applyAsLong(seen.id()),
                                        seen.role(),
                                        seen.tokens(),
                                        seen.parts()))
                        .toList(),
                leftOut,
                withheld,
                attempts,
                firstToken,
                duration,
                usage,
                nanoDollars,
                note);
    }

    /// A message that the model saw.
    ///
    /// @param tokens about how many tokens it takes
    /// @param parts what it consists of: `text`, `image`, `tool_call`, `tool_result`, `reasoning`
    public record Seen(long id, Role role, long tokens, List<String> parts) {
        public Seen {
            parts = List.copyOf(parts);
        }
    }

    /// Messages that the model did not see.
    public record LeftOut(Reason reason, int messages) {}

    /// Why a message was left out.
    public enum Reason {
        /// There was no room for it in what the model can read.
        DID_NOT_FIT,
        /// The contract's memory reaches not so far.
        MEMORY,
        /// It is an answer that was still being written.
        NOT_ENDED
    }
}
