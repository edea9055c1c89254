package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.error.RateLimit;
import parley.llm.Part;

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

    /// What the account had left when this turn was admitted; empty where nothing is limited.
    default List<RateLimit> limits() {
        return List.of();
    }

    /// How a turn ended, its whole text, and all of its parts in order: the text is among them.
    record Answer(Turn turn, String text, List<Part> parts) {}
}
