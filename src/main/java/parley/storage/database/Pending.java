package parley.storage.database;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// A work that one thread waits for and another runs. Platform threads run the works, because an
/// interrupt in the middle of a virtual thread's socket call would close the connection.
public final class Pending<T> {
    private final Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T value;

    public Pending(Work<T> work) {
        this.work = work;
    }

    /// Runs the work. May be repeated until [#succeed] or [#fail].
    public void run(Session session) throws SQLException {
        value = work.run(session);
    }

    /// Releases the waiting thread with the value of the last run.
    public void succeed() {
        outcome.complete(value);
    }

    public void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /// Waits for the outcome, whatever interrupts; an interrupt is kept for the caller.
    public T await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw failureOf(e);
        }
    }

    private static RuntimeException failureOf(CompletionException wrapped) {
        return switch (wrapped.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> wrapped;
        };
    }
}
