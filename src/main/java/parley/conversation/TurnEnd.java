package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.ledger.LedgerEntry;
import parley.llm.Usage;

/// How a turn ended: all it says, and what is to be known about it. Stored in one commit.
///
/// @param content the words of the answer
/// @param parts all of it; empty where that is nothing but the content
/// @param usage of all runs of the turn
/// @param nanoDollars the price of all runs; empty where it is not known
/// @param attempts of all runs
/// @param firstToken from the first attempt to the first piece of the answer
/// @param receipt what went into the answer
/// @param entry what this run cost; empty if no model was asked
public record TurnEnd(
        long turnId,
        String content,
        List<AnswerPart> parts,
        MessageStatus status,
        Optional<String> answeredBy,
        Usage usage,
        OptionalLong nanoDollars,
        int attempts,
        int omittedMessages,
        Optional<String> finishReason,
        Optional<Turn.Failure> failure,
        Optional<Duration> firstToken,
        Optional<Receipt> receipt,
        Optional<LedgerEntry> entry,
        Instant now) {
    public TurnEnd {
        parts = List.copyOf(parts);
    }

    /// The end of an answer of nothing but text, that nobody pays for.
    public TurnEnd(
            long turnId,
            String content,
            MessageStatus status,
            Optional<String> answeredBy,
            Usage usage,
            int attempts,
            int omittedMessages,
            Optional<String> finishReason,
            Optional<Turn.Failure> failure,
            Instant now) {
        this(
                turnId,
                content,
                List.of(),
                status,
                answeredBy,
                usage,
                OptionalLong.empty(),
                attempts,
                omittedMessages,
                finishReason,
                failure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /// The same end, which could not be stored.
    TurnEnd failed(Turn.Failure problem) {
        return new TurnEnd(
                turnId,
                content,
                parts,
                MessageStatus.FAILED,
                answeredBy,
                usage,
                nanoDollars,
                attempts,
                omittedMessages,
                finishReason,
                Optional.of(problem),
                firstToken,
                receipt,
                entry,
                now);
    }

    /// The turn, ended so.
    Turn ended(Turn turn) {
        return new Turn(
                turn.id(),
                turn.accountId(),
                turn.conversationId(),
                turn.questionId(),
                turn.contract(),
                turn.model(),
                answeredBy,
                status,
                usage,
                nanoDollars,
                attempts,
                omittedMessages,
                finishReason,
                failure,
                turn.startedAt(),
                Optional.of(now));
    }
}
