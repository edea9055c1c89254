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
        /// The time of one candidate that has others behind it.
        SHARE,
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

    private long shareNanos;
    private long progressNanos;
    private boolean begun;
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
        this.shareNanos = settings.firstToken().toNanos();
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
            case ModelEvent.TextDelta _,
                    ModelEvent.ReasoningDelta _,
                    ModelEvent.ToolCallDelta _,
                    ModelEvent.ImageMade _ -> {
                begun = true;
                hasText = true;
            }
            case ModelEvent.ReasoningSigned _ -> begun = true;
            case ModelEvent.UsageReported _ -> {}
            case ModelEvent.Finished end -> {
                begun = true;
                finished = end;
            }
        }
    }

    private synchronized void endReceiving() {
        receiving = false;
        progressNanos = nanoClock.getAsLong();
    }

    /// Called by the watcher, now and then.
    synchronized void check() {
        // Whoever interrupted the thread before cancels the call; that must stay what it is.
        if (over || receiving || finished != null || passed != null || thread.isInterrupted()) {
            return;
        }
        passed = passedAt(nanoClock.getAsLong());
        if (passed != null) {
            thread.interrupt();
        }
    }

    private @Nullable Deadline passedAt(long now) {
        long elapsed = now - startedNanos;
        if (elapsed >= settings.total().toNanos()) {
            return Deadline.TOTAL;
        }
        if (hasText) {
            return now - progressNanos >= settings.gap().toNanos() ? Deadline.GAP : null;
        }
        if (elapsed >= settings.firstToken().toNanos()) {
            return Deadline.FIRST_TOKEN;
        }
        return !begun && elapsed >= shareNanos ? Deadline.SHARE : null;
    }

    /// The next candidate has its turn: half of what is left until the first token is due, or all
    /// of it if nobody comes after it.
    synchronized void beginCandidate(boolean last) {
        long elapsed = nanoClock.getAsLong() - startedNanos;
        long left = Math.max(0, settings.firstToken().toNanos() - elapsed);
        shareNanos = elapsed + (last ? left : left / 2);
    }

    /// How long the candidate may still take to begin.
    synchronized Duration timeToBegin() {
        return Duration.ofNanos(Math.max(0, shareNanos - (nanoClock.getAsLong() - startedNanos)));
    }

    /// Whether there is time for a pause and another attempt before the candidate must have begun.
    boolean hasTimeFor(Duration pause) {
        return pause.compareTo(timeToBegin()) < 0;
    }

    /// Whether anything of an answer was passed on: from then on nobody else can give it.
    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized boolean hasText() {
        return hasText;
    }

    synchronized Optional<ModelEvent.Finished> finished() {
        return Optional.ofNullable(finished);
    }

    synchronized Optional<Deadline> passed() {
        return Optional.ofNullable(passed);
    }

    /// Takes back the interruption of a candidate whose share passed, so that the next can be
    /// asked.
    ///
    /// @param cause what ended the candidate
    /// @return false if that was not it, or somebody else interrupted the thread as well
    synchronized boolean forgiveShare(Exception cause) {
        if (passed != Deadline.SHARE) {
            return false;
        }
        // The watcher interrupts once. If that came out as an exception, and the thread is
        // interrupted still, then the call was cancelled too.
        if (cause instanceof InterruptedException && thread.isInterrupted()) {
            return false;
        }
        Thread.interrupted();
        passed = null;
        return true;
    }

    /// Nothing is interrupted from now on. May be called again.
    ///
    /// @return the deadline that passed, if one did
    synchronized Optional<Deadline> end() {
        over = true;
        return Optional.ofNullable(passed);
    }
}
