package parley.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One call that is under way: passes its events on and knows by when the next one must come. Used
/// by two threads, the one that calls and the one that watches the clock.
///
/// The watcher interrupts the calling thread only while that waits for the provider, never while
/// the receiver of the events works; so a slow receiver is not the provider's fault, and nothing of
/// the receiver's is torn.
final class ActiveCall implements ModelEvents {
    /// Which deadline passed.
    enum Deadline {
        FIRST_TOKEN,
        GAP,
        TOTAL
    }

    /// Thrown instead of passing on an event that comes after a deadline.
    private static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super("A deadline passed.", null, false, false);
        }
    }

    private final CallSettings settings;
    private final ModelEvents receiver;
    private final LongSupplier nanoClock;
    private final Thread thread = Thread.currentThread();
    private final long startedNanos;

    private long progressNanos;
    private boolean hasText;
    private boolean receiving;
    private boolean over;
    private ModelEvent.@Nullable Finished finished;
    private @Nullable Deadline passed;

    ActiveCall(CallSettings settings, ModelEvents receiver, LongSupplier nanoClock) {
        this.settings = settings;
        this.receiver = receiver;
        this.nanoClock = nanoClock;
        this.startedNanos = nanoClock.getAsLong();
        this.progressNanos = startedNanos;
    }

    @Override
    public void accept(ModelEvent event) {
        beginReceiving(event);
        try {
            receiver.accept(event);
        } finally {
            endReceiving();
        }
    }

    private synchronized void beginReceiving(ModelEvent event) {
        if (passed != null) {
            throw new TooLate();
        }
        receiving = true;
        switch (event) {
            case ModelEvent.TextDelta _ -> hasText = true;
            case ModelEvent.Finished end -> finished = end;
        }
    }

    private synchronized void endReceiving() {
        receiving = false;
        progressNanos = nanoClock.getAsLong();
    }

    /// Called by the watcher, now and then.
    synchronized void check() {
        if (over || receiving || finished != null || passed != null) {
            return;
        }
        passed = passedAt(nanoClock.getAsLong());
        if (passed != null) {
            thread.interrupt();
        }
    }

    private @Nullable Deadline passedAt(long now) {
        if (now - startedNanos >= settings.total().toNanos()) {
            return Deadline.TOTAL;
        }
        if (!hasText) {
            return now - startedNanos >= settings.firstToken().toNanos()
                    ? Deadline.FIRST_TOKEN
                    : null;
        }
        return now - progressNanos >= settings.gap().toNanos() ? Deadline.GAP : null;
    }

    /// Whether there is time for a pause and another attempt before the first token is due.
    synchronized boolean hasTimeFor(Duration pause) {
        long left = settings.firstToken().toNanos() - (nanoClock.getAsLong() - startedNanos);
        return pause.toNanos() < left;
    }

    synchronized boolean hasText() {
        return hasText;
    }

    synchronized Optional<ModelEvent.Finished> finished() {
        return Optional.ofNullable(finished);
    }

    /// Nothing is interrupted from now on. May be called again.
    ///
    /// @return the deadline that passed, if one did
    synchronized Optional<Deadline> end() {
        over = true;
        return Optional.ofNullable(passed);
    }
}
