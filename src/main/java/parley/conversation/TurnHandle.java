package parley.conversation;

import java.util.Optional;

/// A turn that was started, or started before and asked for again.
public interface TurnHandle {
    /// The turn as it was when the handle was made.
    Turn turn();

    Conversation conversation();

    /// The message that is answered.
    Optional<Message> question();

    /// Whether this is the answer to a request that was made before, under the same idempotency
    /// key.
    boolean repeated();

    /// Listens from a number on; 0 for the beginning.
    TurnListener listen(long afterNumber);

    /// Waits for the end. Being interrupted ends the waiting, not the turn.
    Answer await() throws InterruptedException;

    /// How a turn ended, and its whole text.
    record Answer(Turn turn, String text) {}
}
