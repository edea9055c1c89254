package parley.llm.langchain;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Connections to one address that wait for their next request; the last one used comes first.
final class ConnectionPool {
    private static final int MOST_IDLE = 1024;
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    private static final Executor CLEANING =
            CompletableFuture.delayedExecutor(
                    LONGEST_IDLE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    task -> Thread.ofVirtual().name("idle connections").start(task));

    private record Idle(Connection connection, long sinceNanos) {
        boolean isTooOld() {
            return System.nanoTime() - sinceNanos > LONGEST_IDLE.toNanos();
        }
    }

    private final Connector connector;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean cleaning = new AtomicBoolean();

    ConnectionPool(Connector connector) {
        this.connector = connector;
    }

    Connection take() throws IOException {
        for (Idle found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            count.decrementAndGet();
            if (!found.isTooOld() && found.connection().isReusable()) {
                return found.connection();
            }
            found.connection().close();
        }
        return connector.connect();
    }

    void give(Connection connection) {
        if (count.incrementAndGet() > MOST_IDLE) {
            count.decrementAndGet();
            connection.close();
            return;
        }
        idle.addFirst(new Idle(connection, System.nanoTime()));
        cleanLater();
    }

    private void cleanLater() {
        if (cleaning.compareAndSet(false, true)) {
            CLEANING.execute(this::clean);
        }
    }

    private void clean() {
        cleaning.set(false);
        @Nullable Idle oldest = idle.peekLast();
        while (oldest != null && oldest.isTooOld()) {
            if (idle.removeLastOccurrence(oldest)) {
                count.decrementAndGet();
                oldest.connection().close();
            }
            oldest = idle.peekLast();
        }
        if (oldest != null) {
            cleanLater();
        }
    }
}
