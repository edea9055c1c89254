package parley.conversation;

import java.util.ArrayList;
import java.util.List;
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
    private final TurnAdmission admission;
    private final String textBefore;
    private final AtomicReference<@Nullable StopReason> stopReason = new AtomicReference<>();
    private volatile HistoryWindow.@Nullable History history;
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
            TurnAdmission admission,
            Lanes.Place place,
            List<Said> before) {
        this.conversation = conversation;
        this.turn = turn;
        this.request = request;
        this.model = model;
        this.place = place;
        this.admission = admission;
        this.log = new TurnLog(before);
        this.textBefore = log.text();
        this.written = log.length();
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

    TurnAdmission admission() {
        return admission;
    }

    Lanes.Place place() {
        return place;
    }

    TurnLog log() {
        return log;
    }

    /// The words the answer held when this run of the turn began; not empty for a turn that is
    /// continued.
    String textBefore() {
        return textBefore;
    }

    /// What the model sees of the conversation.
    void sees(HistoryWindow.History seen) {
        history = seen;
    }

    /// What the model sees of the conversation; null before that is known.
    HistoryWindow.@Nullable History history() {
        return history;
    }

    /// Takes what is not in the store yet; nothing if there is nothing, or the end is being stored.
    /// What was taken is given back with `piecesStored`. For one thread.
    List<TurnPiece> takePieces() {
        if (log.length() <= written || !storing.tryAcquire()) {
            return List.of();
        }
        List<TurnPiece> pieces = new ArrayList<>();
        int offset = written;
        for (Said said : log.from(written)) {
            TurnPiece piece = new TurnPiece(turn.id(), offset, said);
            pieces.add(piece);
            offset = piece.end();
        }
        return pieces;
    }

    /// @param stored whether the pieces reached the store; if not, they are taken again
    void piecesStored(List<TurnPiece> pieces, boolean stored) {
        if (stored) {
            written = pieces.getLast().end();
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

    /// Whether somebody asked for its end, as opposed to the server's own end.
    boolean isStoppedOnRequest() {
        return stopReason.get() == StopReason.ASKED;
    }

    /// Tells the turn to end. The first reason counts.
    synchronized void stop(StopReason reason) {
        if (stopReason.compareAndSet(null, reason) && thread != null) {
            thread.interrupt();
        }
    }
}
