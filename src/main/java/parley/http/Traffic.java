package parley.http;

import java.util.concurrent.atomic.AtomicInteger;

/// What the whole server is doing.
final class Traffic {
    private final AtomicInteger openStreams = new AtomicInteger();
    private volatile boolean draining;

    /// No client may count on its connection any longer.
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    void streamOpened() {
        openStreams.incrementAndGet();
    }

    void streamClosed() {
        openStreams.decrementAndGet();
    }

    int openStreams() {
        return openStreams.get();
    }
}
