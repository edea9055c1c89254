package parley.dialect;

import parley.http.ClientGoneException;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;

/// Writes what a model says to the client that waits for it, piece after piece.
public abstract class LiveEvents implements ModelEvents {
    protected LiveEvents() {}

    /// Writes one event in the contract's form.
    protected abstract void write(ModelEvent event) throws InterruptedException;

    @Override
    public final void accept(ModelEvent event) {
        try {
            write(event);
        } catch (InterruptedException e) {
            // The thread is to stop. Whoever called it sees that, and nobody takes what was sent
            // for a whole answer.
            Thread.currentThread().interrupt();
            throw new ClientGoneException();
        }
    }
}
