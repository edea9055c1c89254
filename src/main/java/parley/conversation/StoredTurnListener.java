package parley.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Listens to a turn through the store: one that ended, or one that another server writes.
final class StoredTurnListener implements TurnListener {
    /// How often a turn of another server is looked at.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final TurnStore store;
    private final long accountId;
    private final long turnId;
    private long heard;
    private Speech speech = new Speech(List.of());
    private @Nullable Turn ended;
    private boolean over;

    StoredTurnListener(TurnStore store, long accountId, long turnId, long afterNumber) {
        this.store = store;
        this.accountId = accountId;
        this.turnId = turnId;
        this.heard = Math.max(0, afterNumber);
    }

    @Override
    public Optional<TurnEvent> next(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!over) {
            if (heard >= speech.length() && ended == null) {
                look();
            }
            heard = speech.nextHeard(heard);
            if (heard < speech.length()) {
                TurnEvent event = speech.event((int) heard, speech.length());
                heard = event.number();
                return Optional.of(event);
            }
            if (ended != null) {
                over = true;
                return Optional.of(new TurnEvent.Ended(speech.length() + 1L, ended));
            }
            long nanosLeft = deadline - System.nanoTime();
            if (nanosLeft <= 0) {
                return Optional.empty();
            }
            Thread.sleep(Duration.ofNanos(Math.min(nanosLeft, LOOK_AGAIN.toNanos())));
        }
        return Optional.empty();
    }

    private void look() {
        // The state is read before the answer: what is read after an end is all of it.
        Turn turn =
                store.find(accountId, turnId)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND, "There is no turn " + turnId + "."));
        speech = new Speech(store.answer(turnId).map(StoredAnswer::all).orElse(List.of()));
        if (turn.status().isEnd()) {
            ended = turn;
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
