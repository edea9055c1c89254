package parley.cli.chat;

import java.time.Duration;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Reads one answer to its end, over as many connections as that takes.
final class AnswerReader {
    private static final int MOST_FAILURES = 6;

    private final TurnClient client;
    private final AnswerListener listener;
    private final Duration firstPause;

    private Optional<TurnMessage.Started> started = Optional.empty();
    private long heard;
    private int failures;

    /// @param firstPause how long to wait before the second try; each further one waits twice as
    ///   long
    AnswerReader(TurnClient client, AnswerListener listener, Duration firstPause) {
        this.client = client;
        this.listener = listener;
        this.firstPause = firstPause;
    }

    /// @throws AppException if the server refuses, or stays away
    Answer read(TurnWish wish) throws InterruptedException {
        while (true) {
            try (TurnEvents events = connect(wish)) {
                return listen(events);
            } catch (ConnectionLostException e) {
                pause(e);
            }
        }
    }

    private TurnEvents connect(TurnWish wish) throws ConnectionLostException, InterruptedException {
        if (started.isEmpty()) {
            return client.start(wish);
        }
        try {
            return client.follow(started.get().turnId(), heard);
        } catch (AppException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                throw new ConnectionLostException("The server is starting or stopping.", e);
            }
            throw e;
        }
    }

    private Answer listen(TurnEvents events) throws ConnectionLostException, InterruptedException {
        while (true) {
            TurnMessage message = events.next();
            failures = 0;
            switch (message) {
                case TurnMessage.Started start -> hear(start);
                case TurnMessage.Text text -> hear(text);
                case TurnMessage.Ended ended -> {
                    return ended.answer();
                }
                case TurnMessage.Alive _ -> {}
            }
        }
    }

    private void hear(TurnMessage.Started start) {
        if (started.isEmpty()) {
            started = Optional.of(start);
            listener.started(start);
        }
    }

    private void hear(TurnMessage.Text text) {
        // A request that was repeated under its key is answered from the beginning.
        if (text.number() > heard) {
            heard = text.number();
            listener.text(text.text());
        }
    }

    private void pause(ConnectionLostException cause) throws InterruptedException {
        failures++;
        if (failures >= MOST_FAILURES) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The server is gone. What it had written is kept, and shown when it is back.",
                    cause);
        }
        listener.reconnecting(String.valueOf(cause.getMessage()));
        Thread.sleep(firstPause.multipliedBy(1L << (failures - 1)));
    }
}
