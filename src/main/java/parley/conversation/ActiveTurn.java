package parley.conversation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import parley.llm.ResolvedModel;

/// A turn that is under way in this server.
final class ActiveTurn {
    /// Why a turn is told to end before its model has finished.
    enum StopReason {
        ASKED(MessageStatus.CANCELLED),
        SHUTDOWN(MessageStatus.INTERRUPTED);

        private final MessageStatus status;

        StopReason(MessageStatus status) {
            this.status = status;
        }

        MessageStatus status() {
            return status;
        }
    }

    private final Conversation conversation;
    private final Turn turn;
    private final TurnRequest request;
    private final ResolvedModel model;
    private final Lanes.Place place;
    private final TurnLog log;
    private final String textBefore;
    private final AtomicReference<@Nullable StopReason> stopReason = new AtomicReference<>();
    private @Nullable Thread thread;

    /// Held while a piece of this turn is on its way to the store, so that no piece arrives after
    /// the end.
    private final Semaphore storing = new Semaphore(1);

    private int written;

    ActiveTurn(
            Conversation conversation,
            Turn turn,
            TurnRequest request,
            ResolvedModel model,
            Lanes.Place place,
            String textBefore) {
        this.conversation = conversation;
        this.turn = turn;
        this.request = request;
        this.model = model;
        this.place = place;
        this.textBefore = textBefore;
        this.log = new TurnLog(textBefore);
        this.written = textBefore.length();
    }

    long id() {
        return turn.id();
    }

    Conversation conversation() {
        return conversation;
    }

    Turn turn() {
        return turn;
    }

    TurnRequest request() {
        return request;
    }

    ResolvedModel model() {
        return model;
    }

    Lanes.Place place() {
        return place;
    }

    TurnLog log() {
        return log;
    }

    /// What the answer held when this run of the turn began; not empty for a turn that is
    /// continued.
    String textBefore() {
        return textBefore;
    }

    /// Takes the text that is not in the store yet, as one piece; null if there is none, or the end
    /// is being stored. What was taken is given back with `pieceStored`. For one thread.
    @Nullable TurnPiece takePiece() {
        if (log.length() <= written || !storing.tryAcquire()) {
            return null;
        }
        return new TurnPiece(turn.id(), written, log.textFrom(written));
    }

    /// @param stored whether the piece reached the store; if not, its text is taken again
    void pieceStored(TurnPiece piece, boolean stored) {
        if (stored) {
            written = piece.offset() + piece.text().length();
        }
        storing.release();
    }

    /// From here on no piece goes to the store.
    void closePieces() {
        storing.acquireUninterruptibly();
    }

    /// Begins to run on the calling thread, unless the turn was told to end before.
    synchronized boolean begin() {
        thread = Thread.currentThread();
        return stopReason.get() == null;
    }

    /// Ends the running: from here on nobody interrupts the thread.
    synchronized @Nullable StopReason endRunning() {
        thread = null;
        boolean interrupted = Thread.interrupted();
        return interrupted || stopReason.get() != null ? stopReason.get() : null;
    }

    /// Tells the turn to end. The first reason counts.
    synchronized void stop(StopReason reason) {
        if (stopReason.compareAndSet(null, reason) && thread != null) {
            thread.interrupt();
        }
    }
}
