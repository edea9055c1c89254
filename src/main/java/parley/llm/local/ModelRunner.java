package parley.llm.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.llm.ProviderException;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// Keeps the process of one model: starts it with the first question, again after its death, and
/// ends it when it is idle. Safe for use by many threads.
final class ModelRunner implements AutoCloseable {
    /// After which time a child that was told to give an answer up, and did not, is ended.
    static final Duration CANCEL_PATIENCE = Duration.ofSeconds(60);

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("model").start(task);

    private final ChildCommand command;
    private final ChildCommand.LoadedModel model;
    private final Duration loadPatience;
    private final Duration cancelPatience;
    private final Semaphore places;
    private @Nullable CompletableFuture<ChildProcess> child;
    private int users;
    private long lastUseNanos = System.nanoTime();
    private boolean closed;

    ModelRunner(
            ChildCommand command,
            ChildCommand.LoadedModel model,
            Duration loadPatience,
            Duration cancelPatience) {
        this.command = command;
        this.model = model;
        this.loadPatience = loadPatience;
        this.cancelPatience = cancelPatience;
        this.places = new Semaphore(model.contexts(), true);
    }

    /// Asks, and passes on what is told, on this thread; returns after the last of it. Interrupting
    /// the thread gives the answer up.
    ///
    /// @throws ProviderException if the process cannot be started, or dies
    void ask(Ask ask, Consumer<Tell> receiver) throws InterruptedException {
        begin();
        try {
            places.acquire();
            Exchange exchange;
            try {
                exchange = connect();
            } catch (InterruptedException | RuntimeException e) {
                places.release();
                throw e;
            }
            // The place is free when the child has ended the answer, not when nobody wants it.
            exchange.start(places::release);
            exchange.run(ask, receiver);
        } finally {
            end();
        }
    }

    /// One that died while nobody asked is replaced, without a word.
    private Exchange connect() throws InterruptedException {
        ChildProcess process = await(current());
        try {
            return new Exchange(process, process.connect(), cancelPatience);
        } catch (ProviderException e) {
            ChildProcess another = await(current());
            return new Exchange(another, another.connect(), cancelPatience);
        }
    }

    private synchronized void begin() {
        if (closed) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "The model %s was just taken out of memory.".formatted(model.name()),
                    null,
                    null);
        }
        users++;
    }

    private synchronized void end() {
        users--;
        lastUseNanos = System.nanoTime();
    }

    private synchronized CompletableFuture<ChildProcess> current() {
        CompletableFuture<ChildProcess> known = child;
        if (known != null && isUsable(known)) {
            return known;
        }
        if (known != null && known.state() == CompletableFuture.State.SUCCESS) {
            known.join().close();
        }
        CompletableFuture<ChildProcess> coming =
                CompletableFuture.supplyAsync(
                        () -> ChildProcess.start(command, model, loadPatience), VIRTUAL);
        child = coming;
        return coming;
    }

    /// One that is loading is; one that could not be loaded may be by now.
    private static boolean isUsable(CompletableFuture<ChildProcess> future) {
        return switch (future.state()) {
            case RUNNING -> true;
            case SUCCESS -> future.join().isAlive();
            case FAILED, CANCELLED -> false;
        };
    }

    private static ChildProcess await(CompletableFuture<ChildProcess> future)
            throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /// When it was used last, on the monotonic clock.
    synchronized long lastUseNanos() {
        return lastUseNanos;
    }

    /// Ends the process, unless somebody uses it.
    ///
    /// @param leastNanos how long nobody has used it at least
    /// @return whether it is ended for good
    synchronized boolean closeIfIdle(long leastNanos) {
        if (users > 0 || System.nanoTime() - lastUseNanos < leastNanos) {
            return false;
        }
        close();
        return true;
    }

    /// The number of its process, for tests that kill it.
    long pid() throws InterruptedException {
        return await(current()).pid();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (child != null) {
            var _ = child.thenAccept(ChildProcess::close);
        }
    }
}
