package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parley.llm.Usage;

/// What is kept of the writing of an answer. See [Turn].
///
/// @param questionId the id of the message it answers
/// @param firstToken from the first attempt to the first piece of the answer
/// @param wish how it was asked for; the default once it is complete
/// @param receipt what went into it, where that was kept
public record WholeTurn(
        String contract,
        Optional<String> model,
        OptionalLong questionId,
        Usage usage,
        OptionalLong nanoDollars,
        Optional<Duration> firstToken,
        int attempts,
        int omittedMessages,
        Optional<String> finishReason,
        Optional<Turn.Failure> failure,
        Optional<Instant> finishedAt,
        TurnWish wish,
        Optional<Receipt> receipt) {}
