package parley.conversation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Makes the turns of one conversation run one after another, in the order in which they were
/// stored.
final class Lanes {
    private final int mostWaiting;
    private final ConcurrentHashMap<Long, Lane> lanes = new ConcurrentHashMap<>();

    Lanes(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /// Takes a place in the lane of a conversation.
    ///
    /// @throws AppException (429) if too many wait already
    Place enter(long conversationId) {
        Lane lane =
                lanes.compute(
                        conversationId,
                        (id, present) -> {
                            Lane found = present == null ? new Lane() : present;
                            if (found.places > mostWaiting) {
                                throw new AppException(
                                                ErrorCode.RATE_LIMITED,
                                                "Conversation %d has %d messages waiting for an answer already. Wait for one to end."
                                                        .formatted(conversationId, mostWaiting))
                                        .retryAfter(Duration.ofSeconds(1));
                            }
                            found.places++;
                            return found;
                        });
        return new Place(conversationId, lane);
    }

    private static final class Lane {
        /// Held while a turn is stored, so that the order in the store is the order of running.
        final ReentrantLock storing = new ReentrantLock();

        int places;
        CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    }

    /// A place in a lane. Goes from `enter` over `beginStoring`, `line up` and `awaitTurn` to
    /// `leave`, which comes always.
    final class Place {
        private final long conversationId;
        private final Lane lane;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

        private Place(long conversationId, Lane lane) {
            this.conversationId = conversationId;
            this.lane = lane;
        }

        void beginStoring() {
            lane.storing.lock();
        }

        /// Whether a turn that lines up now would have to wait. Between `beginStoring` and
        /// `endStoring`.
        boolean wouldWait() {
            return !lane.last.isDone();
        }

        /// Lines up behind those that are in the lane now. Between `beginStoring` and `endStoring`.
        void lineUp() {
            before = lane.last;
            lane.last = done;
        }

        void endStoring() {
            lane.storing.unlock();
        }

        /// Waits until those before have left.
        void awaitTurn() throws InterruptedException {
            try {
                before.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Places are left, never failed.", e);
            }
        }

        /// Leaves the lane. Those behind wait for those before, also when this one did not wait for
        /// its turn.
        void leave() {
            var _ = before.thenRun(() -> done.complete(null));
            lanes.computeIfPresent(
                    conversationId,
                    (id, present) -> {
                        present.places--;
                        return present.places == 0 ? null : present;
                    });
        }
    }
}
