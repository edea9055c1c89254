package parley.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what running turns have said to the store, all turns together, at a steady pace: what
/// `kill -9` can cost is what was said since the last round began. On a slow disk that is the pace
/// and the time of a commit.
final class TurnLogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLogWriter.class);

    /// About how many pieces go into one commit.
    private static final int BATCH = 4096;

    private final ActiveTurns active;
    private final TurnStore store;
    private final long intervalNanos;
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean closed;
    private @Nullable Thread thread;

    TurnLogWriter(ActiveTurns active, TurnStore store, TurnSettings settings) {
        this.active = active;
        this.store = store;
        this.intervalNanos = settings.flushInterval().toNanos();
    }

    void start() {
        thread = Thread.ofVirtual().name("turn-log-writer").start(this::run);
    }

    void close() {
        closed = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /// Writes what was said until now, and waits until it is stored, but not longer than that.
    void writeNow(Duration longest) throws InterruptedException {
        Thread.ofVirtual().name("turn-log-last-round").start(this::writeRound).join(longest);
    }

    private void run() {
        long busyNanos = 0;
        while (!closed) {
            // From beginning to beginning: what a commit takes is not added to the pace.
            LockSupport.parkNanos(intervalNanos - busyNanos);
            long beginning = System.nanoTime();
            writeRound();
            busyNanos = System.nanoTime() - beginning;
        }
    }

    private void writeRound() {
        round.lock();
        try {
            writeAll();
        } catch (RuntimeException e) {
            // The pieces stay unwritten and go out with the next round.
            LOG.warn("Answers in progress could not be stored, trying again: {}", e.getMessage());
        } finally {
            round.unlock();
        }
    }

    private void writeAll() {
        List<Taken> taken = new ArrayList<>();
        int pieces = 0;
        for (ActiveTurn turn : active.all()) {
            List<TurnPiece> some = turn.takePieces();
            if (!some.isEmpty()) {
                taken.add(new Taken(turn, some));
                pieces += some.size();
            }
            if (pieces >= BATCH) {
                write(taken);
                taken.clear();
                pieces = 0;
            }
        }
        write(taken);
    }

    private void write(List<Taken> taken) {
        boolean stored = false;
        try {
            store.append(taken.stream().flatMap(some -> some.pieces.stream()).toList());
            stored = true;
        } finally {
            for (Taken some : taken) {
                some.turn.piecesStored(some.pieces, stored);
            }
        }
    }

    /// Pieces of one turn on their way.
    private record Taken(ActiveTurn turn, List<TurnPiece> pieces) {}
}
