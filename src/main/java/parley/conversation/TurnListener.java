package parley.conversation;

import java.time.Duration;
import java.util.Optional;

/// Hears one turn, from the number it asked for to the end. For one thread.
public interface TurnListener extends AutoCloseable {
    /// Waits for the next event.
    ///
    /// @return the event; empty if nothing happened for as long as `patience`
    Optional<TurnEvent> next(Duration patience) throws InterruptedException;

    /// Stops listening. The turn goes on.
    @Override
    void close();
}
