package parley.conversation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// Brings the ends of turns into the store. If the store is away (a full disk, a stopped database),
/// it tries for a few seconds while the listeners wait, then tells them, and goes on trying until
/// the end is stored.
final class EndWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EndWriter.class);
    private static final Duration LISTENERS_WAIT = Duration.ofSeconds(5);
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);
    private static final Duration TRY_LATER = Duration.ofSeconds(2);

    private final TurnStore store;
    private volatile boolean closed;

    EndWriter(TurnStore store) {
        this.store = store;
    }

    /// @return the ended turn: as in the store, or failed because it could not be stored yet
    Turn write(Turn turn, TurnEnd end) {
        long giveUp = System.nanoTime() + LISTENERS_WAIT.toNanos();
        while (true) {
            try {
                store.finish(end);
                return end.ended(turn);
            } catch (AppException e) {
                if (System.nanoTime() > giveUp || !pause(TRY_AGAIN)) {
                    LOG.warn(
                            "The answer of turn {} is not stored yet: {}",
                            turn.id(),
                            e.getMessage());
                    Thread.ofVirtual().name("turn-end-", turn.id()).start(() -> keepTrying(end));
                    return end.failed(Turn.Failure.of(e)).ended(turn);
                }
            }
        }
    }

    void close() {
        closed = true;
    }

    private void keepTrying(TurnEnd end) {
        while (!closed && pause(TRY_LATER)) {
            try {
                store.finish(end);
                LOG.info("The answer of turn {} is stored now.", end.turnId());
                return;
            } catch (AppException e) {
                LOG.debug("The answer of turn {} is still not stored.", end.turnId(), e);
            }
        }
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
