package parley.program;

import java.util.Optional;
import java.util.OptionalLong;

/// A message that was sent, and what came back before the server was killed.
final class SentMessage {
    private final String text;
    private final Door.Message message;
    private final Optional<String> key;
    private volatile OptionalLong turn = OptionalLong.empty();
    private volatile Optional<String> wholeAnswer = Optional.empty();

    SentMessage(String text, Door.Message message, Optional<String> key) {
        this.text = text;
        this.message = message;
        this.key = key;
    }

    String text() {
        return text;
    }

    Door.Message message() {
        return message;
    }

    Optional<String> key() {
        return key;
    }

    /// The headers to send it with.
    String[] headers() {
        return key.map(value -> new String[] {"Idempotency-Key", value})
                .orElseGet(() -> new String[0]);
    }

    /// An answer has begun.
    void acknowledge(long turnId) {
        turn = OptionalLong.of(turnId);
    }

    boolean isAcknowledged() {
        return turn.isPresent();
    }

    /// The turn that answers it, if the client was told.
    OptionalLong turn() {
        return turn;
    }

    /// The answer has come whole.
    void answer(String answer) {
        wholeAnswer = Optional.of(answer);
    }

    Optional<String> wholeAnswer() {
        return wholeAnswer;
    }

    @Override
    public String toString() {
        return "%s %s%s%s"
                .formatted(
                        message.door(),
                        text,
                        key.map(value -> " under key " + value).orElse(""),
                        isAcknowledged() ? ", acknowledged" : "");
    }
}
