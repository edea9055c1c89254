package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what running turns have said to the store, all turns together, at a steady pace: what
/// `kill -9` can cost is what was said since the last time.
final class TurnLogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLogWriter.class);

    /// The most pieces that go into one commit.
    private static final int BATCH = 4096;

    private final ActiveTurns active;
    private final TurnStore store;
    private final long intervalNanos;
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

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(intervalNanos);
            try {
                writeAll();
            } catch (RuntimeException e) {
                // The pieces stay unwritten and go out with the next round.
                LOG.warn(
                        "Answers in progress could not be stored, trying again: {}",
                        e.getMessage());
            }
        }
    }

    private void writeAll() {
        List<ActiveTurn> turns = new ArrayList<>();
        List<TurnPiece> pieces = new ArrayList<>();
        for (ActiveTurn turn : active.all()) {
            TurnPiece piece = turn.takePiece();
            if (piece != null) {
                turns.add(turn);
                pieces.add(piece);
            }
            if (pieces.size() == BATCH) {
                write(turns, pieces);
            }
        }
        write(turns, pieces);
    }

    private void write(List<ActiveTurn> turns, List<TurnPiece> pieces) {
        boolean stored = false;
        try {
            if (!pieces.isEmpty()) {
                store.append(List.copyOf(pieces));
            }
            stored = true;
        } finally {
            for (int i = 0; i < turns.size(); i++) {
                turns.get(i).pieceStored(pieces.get(i), stored);
            }
            turns.clear();
            pieces.clear();
        }
    }
}
