package parley.conversation;

import java.time.Duration;
import java.util.Arrays;
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
    private final StringBuilder text;

    /// Where each piece ends. What was said before this log began is one piece.
    private int[] ends = new int[8];

    private int pieces;
    private @Nullable Turn ended;

    TurnLog(String textSoFar) {
        this.text = new StringBuilder(textSoFar);
        if (!textSoFar.isEmpty()) {
            ends[pieces++] = textSoFar.length();
        }
    }

    void append(String piece) {
        lock.lock();
        try {
            text.append(piece);
            if (pieces == ends.length) {
                ends = Arrays.copyOf(ends, pieces * 2);
            }
            ends[pieces++] = text.length();
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

    String text() {
        lock.lock();
        try {
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    /// The text from an offset on.
    String textFrom(int offset) {
        lock.lock();
        try {
            return text.substring(offset);
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return text.length();
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
            while (nextPiece < pieces && ends[nextPiece] <= heard) {
                nextPiece++;
            }
            if (nextPiece < pieces) {
                int from = (int) heard;
                int to = TextPieces.endOfPiece(text, from, ends[nextPiece]);
                heard = to;
                return new TurnEvent.Text(to, text.substring(from, to));
            }
            if (ended == null || over) {
                return null;
            }
            over = true;
            return new TurnEvent.Ended(text.length() + 1L, ended);
        }

        @Override
        public void close() {
            over = true;
        }
    }

    /// How long to wait for the writer before looking again, where nothing else is asked for.
    static final Duration LONG = Duration.ofNanos(TimeUnit.HOURS.toNanos(1));
}
