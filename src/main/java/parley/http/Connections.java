package parley.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// All connected clients.
final class Connections {
    private final Map<HttpConnection, ClientConnection> open = new ConcurrentHashMap<>();
    private final ServerLimits limits;
    private final Traffic traffic;

    Connections(ServerLimits limits, Traffic traffic) {
        this.limits = limits;
        this.traffic = traffic;
    }

    /// A client has connected.
    void add(HttpConnection connection) {
        ClientConnection client = new ClientConnection(connection, limits, traffic);
        if (open.size() >= limits.connections()) {
            client.reset();
            return;
        }
        open.put(connection, client);
        connection.closeHandler(_ -> {
            client.closed();
            remove(connection);
        });
        // Broken connections are the network's everyday life; they end in the close handler.
        connection.exceptionHandler(_ -> {});
    }

    private void remove(HttpConnection connection) {
        open.remove(connection);
        if (traffic.isDraining() && open.isEmpty()) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /// The client of a connection; null if it has left already.
    @Nullable ClientConnection find(HttpConnection connection) {
        return open.get(connection);
    }

    int count() {
        return open.size();
    }

    /// How often [#checkDeadlines] should run.
    Duration checkInterval() {
        long shortest =
                LongStream.of(
                                limits.head().toMillis(),
                                limits.idle().toMillis(),
                                limits.body().toMillis(),
                                limits.reader().toMillis())
                        .min()
                        .orElseThrow();
        return Duration.ofMillis(Math.clamp(shortest / 4, 10, 500));
    }

    void checkDeadlines() {
        long now = System.nanoTime();
        open.values().forEach(client -> client.check(now));
    }

    void closeAll() {
        open.values().forEach(ClientConnection::close);
    }

    /// Waits until all are closed.
    synchronized void awaitNone(Duration window) throws InterruptedException {
        long end = System.nanoTime() + window.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    void resetAll() {
        open.values().forEach(client -> client.run(client::reset));
    }
}
