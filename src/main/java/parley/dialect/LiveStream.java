package parley.dialect;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.http.ClientGoneException;
import parley.http.EventStream;
import parley.http.Exchange;

/// A stream of events that begins with the first of them, so that until then a failure can be
/// answered with its status; or with a heartbeat, when nothing came for ten seconds. Events may
/// come from several threads. Closing it without [#end] breaks the connection off.
public final class LiveStream implements AutoCloseable {
    /// Proxies cut streams that are silent for a minute or two.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /// How a dialect writes that nothing happened for a while.
    @FunctionalInterface
    public interface Heartbeat {
        void beat(EventStream stream) throws InterruptedException;
    }

    private final Exchange exchange;
    private final Heartbeat heartbeat;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable EventStream stream;
    private volatile long lastNanos = System.nanoTime();
    private boolean closed;

    public LiveStream(Exchange exchange, Heartbeat heartbeat) {
        this.exchange = exchange;
        this.heartbeat = heartbeat;
        Heartbeats.ALL.add(this);
    }

    /// Does something to the answer's head, unless that has left.
    public void beforeFirst(Runnable action) {
        lock.lock();
        try {
            if (stream == null) {
                action.run();
            }
        } finally {
            lock.unlock();
        }
    }

    public boolean hasBegun() {
        lock.lock();
        try {
            return stream != null;
        } finally {
            lock.unlock();
        }
    }

    /// Sends an event that has only data.
    ///
    /// @throws ClientGoneException if nobody listens any more
    public void send(String data) throws InterruptedException {
        send(null, data);
    }

    /// @param event the event's name; null for none
    /// @throws ClientGoneException if nobody listens any more
    public void send(@Nullable String event, String data) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            begun().send(OptionalLong.empty(), event, data);
            lastNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the stream as it should end.
    public void end() {
        lock.lock();
        try {
            begun().end();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Heartbeats.ALL.remove(this);
        lock.lock();
        try {
            closed = true;
            if (stream != null) {
                stream.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private EventStream begun() {
        EventStream begun = stream;
        if (begun == null) {
            begun = exchange.startEventStream();
            stream = begun;
        }
        return begun;
    }

    /// Whether a heartbeat is due.
    boolean isSilent() {
        return System.nanoTime() - lastNanos > SILENCE.toNanos();
    }

    /// Sends a heartbeat if it is due still. While somebody writes it is not, however long that
    /// waits for a slow reader.
    void beat() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (!closed && isSilent()) {
                heartbeat.beat(begun());
                lastNanos = System.nanoTime();
            }
        } catch (ClientGoneException | InterruptedException e) {
            // Whoever writes the events hears of it too.
        } finally {
            lock.unlock();
        }
    }
}
