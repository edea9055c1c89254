package parley.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The way to one provider: closed for a while when it keeps failing, and only so wide.
///
/// While it is closed, one call at a time is let through as a trial once the cooldown is over; the
/// first that does well opens it.
final class ProviderGate {
    /// What came of asking to pass.
    sealed interface Entry {
        /// The way is free. The visit must be closed.
        record Open(Visit visit) implements Entry {}

        /// It is not.
        ///
        /// @param why in a word or two: `in cooldown`, `full`
        record Shut(String why, String problem) implements Entry {}
    }

    private final String provider;
    private final RoutingSettings settings;
    private final LongSupplier nanoClock;
    private final @Nullable Semaphore places;

    private long calls;
    private long failures;
    private int running;
    private int waiting;
    private int failuresInARow;
    private boolean cooling;
    private boolean underTrial;
    private long coolUntilNanos;
    private @Nullable String lastProblem;

    ProviderGate(String provider, RoutingSettings settings, LongSupplier nanoClock) {
        this.provider = provider;
        this.settings = settings;
        this.nanoClock = nanoClock;
        this.places =
                settings.concurrency() == 0 ? null : new Semaphore(settings.concurrency(), true);
    }

    /// Asks to pass, and waits for a place if there is none.
    ///
    /// @param needed whether nobody else can answer: a cooldown is then no obstacle
    /// @param patience the longest to wait for a place
    Entry enter(boolean needed, Duration patience) throws InterruptedException {
        boolean trial;
        synchronized (this) {
            Optional<Entry> shut = needed ? Optional.empty() : shut();
            if (shut.isPresent()) {
                return shut.get();
            }
            trial = cooling && !underTrial;
            underTrial |= trial;
        }
        Visit visit = new Visit(trial);
        boolean entered = false;
        try {
            entered = takePlace(patience);
            return entered ? new Entry.Open(visit.begin()) : full(patience);
        } finally {
            if (!entered) {
                visit.endTrial();
            }
        }
    }

    private Optional<Entry> shut() {
        if (!cooling) {
            return Optional.empty();
        }
        long left = coolUntilNanos - nanoClock.getAsLong();
        if (left <= 0 && !underTrial) {
            return Optional.empty();
        }
        String until =
                left > 0
                        ? "in cooldown for another %d s"
                                .formatted(Math.max(1, Duration.ofNanos(left).toSeconds()))
                        : "in cooldown until a trial that is under way has ended";
        return Optional.of(
                new Entry.Shut(
                        "in cooldown",
                        "%s was not asked: it failed %d times in a row and is %s."
                                .formatted(provider, failuresInARow, until)));
    }

    private Entry full(Duration patience) {
        String waited =
                patience.isZero()
                        ? "."
                        : ", and none came free within %d s."
                                .formatted(Math.max(1, patience.toSeconds()));
        return new Entry.Shut(
                "full",
                "%s was not asked: all of its places are taken (model.concurrency is %d)%s"
                        .formatted(provider, settings.concurrency(), waited));
    }

    private boolean takePlace(Duration patience) throws InterruptedException {
        Semaphore semaphore = places;
        // With a time limit, even of zero, nobody gets past those who wait.
        if (semaphore == null || semaphore.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        waiting(1);
        try {
            return semaphore.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting(-1);
        }
    }

    private synchronized void waiting(int more) {
        waiting += more;
    }

    synchronized ProviderHealth health() {
        long left = coolUntilNanos - nanoClock.getAsLong();
        return new ProviderHealth(
                provider,
                calls,
                failures,
                running,
                waiting,
                Optional.ofNullable(lastProblem),
                failuresInARow,
                cooling ? Optional.of(Duration.ofNanos(Math.max(0, left))) : Optional.empty());
    }

    /// One call that passed. What is not said to have gone well or badly says nothing of the
    /// provider: the caller stopped it.
    final class Visit implements AutoCloseable {
        private boolean trial;

        private Visit(boolean trial) {
            this.trial = trial;
        }

        private Visit begin() {
            synchronized (ProviderGate.this) {
                calls++;
                running++;
            }
            return this;
        }

        /// The provider answered, if only to refuse the request.
        void wentWell() {
            synchronized (ProviderGate.this) {
                failuresInARow = 0;
                cooling = false;
                lastProblem = null;
            }
        }

        /// The provider failed by its own fault.
        void failed(String problem) {
            synchronized (ProviderGate.this) {
                failures++;
                failuresInARow++;
                lastProblem = problem;
                if (failuresInARow >= settings.failures()) {
                    cooling = true;
                    coolUntilNanos = nanoClock.getAsLong() + settings.cooldown().toNanos();
                }
            }
        }

        private void endTrial() {
            synchronized (ProviderGate.this) {
                if (trial) {
                    trial = false;
                    underTrial = false;
                }
            }
        }

        @Override
        public void close() {
            endTrial();
            synchronized (ProviderGate.this) {
                running--;
            }
            if (places != null) {
                places.release();
            }
        }
    }
}
