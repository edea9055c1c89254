package parley.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What a running turn has said so far, kept in memory for whoever listens. One thread writes; any
/// number listen, each at its own pace. Memory: the text, and four bytes for each piece of it.
final class TurnLog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Speech speech;

    /// Where each piece ends. What was said before this log began is one piece.
    private int[] ends = new int[8];

    private int pieces;
    private @Nullable Turn ended;

    TurnLog(List<Said> soFar) {
        this.speech = new Speech(soFar);
        if (speech.length() > 0) {
            ends[pieces++] = speech.length();
        }
    }

    /// Adds what is heard at once.
    void append(Said... said) {
        lock.lock();
        try {
            for (Said stretch : said) {
                speech.append(stretch);
            }
            if (pieces == ends.length) {
                ends = Arrays.copyOf(ends, pieces * 2);
            }
            ends[pieces++] = speech.length();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The end: listeners hear it after the text. Must be called once, after the end was stored.
    void end(Turn turn) {
        lock.lock();
        try {
            ended = turn;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The words so far.
    String text() {
        lock.lock();
        try {
            return speech.text();
        } finally {
            lock.unlock();
        }
    }

    /// Whether more than words was said.
    boolean rich() {
        lock.lock();
        try {
            return speech.rich();
        } finally {
            lock.unlock();
        }
    }

    /// What was said from an offset on.
    List<Said> from(int offset) {
        lock.lock();
        try {
            return speech.from(offset);
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return speech.length();
        } finally {
            lock.unlock();
        }
    }

    Turn awaitEnd() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ended == null) {
                changed.await();
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }

    TurnListener listen(long afterNumber) {
        return new LogListener(afterNumber);
    }

    private final class LogListener implements TurnListener {
        private long heard;
        private int nextPiece;
        private boolean over;

        LogListener(long afterNumber) {
            this.heard = Math.max(0, afterNumber);
        }

        @Override
        public Optional<TurnEvent> next(Duration patience) throws InterruptedException {
            long nanosLeft = patience.toNanos();
            lock.lockInterruptibly();
            try {
                while (true) {
                    TurnEvent event = available();
                    if (event != null) {
                        return Optional.of(event);
                    }
                    if (nanosLeft <= 0 || over) {
                        return Optional.empty();
                    }
                    nanosLeft = changed.awaitNanos(nanosLeft);
                }
            } finally {
                lock.unlock();
            }
        }

        private @Nullable TurnEvent available() {
            heard = speech.nextHeard(heard);
            while (nextPiece < pieces && ends[nextPiece] <= heard) {
                nextPiece++;
            }
            if (nextPiece < pieces) {
                TurnEvent event = speech.event((int) heard, ends[nextPiece]);
                heard = event.number();
                return event;
            }
            if (ended == null || over) {
                return null;
            }
            over = true;
            return new TurnEvent.Ended(speech.length() + 1L, ended);
        }

        @Override
        public void close() {
            over = true;
        }
    }

    /// How long to wait for the writer before looking again, where nothing else is asked for.
    static final Duration LONG = Duration.ofNanos(TimeUnit.HOURS.toNanos(1));
}
