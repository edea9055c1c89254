package parley.conversation;

import java.time.Instant;
import java.util.Optional;
import parley.llm.Usage;

/// How a turn ended: the whole text, and what is to be known about it.
public record TurnEnd(
        long turnId,
        String content,
        MessageStatus status,
        Optional<String> answeredBy,
        Usage usage,
        int attempts,
        int omittedMessages,
        Optional<String> finishReason,
        Optional<Turn.Failure> failure,
        Instant now) {}
