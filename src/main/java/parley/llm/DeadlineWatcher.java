package parley.llm;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Looks at all calls under way four times a second. One coarse clock for everything costs a call
/// two entries in a set, however many there are; a timer each would cost more than a short answer.
final class DeadlineWatcher implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);

    private final Set<ActiveCall> calls = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("model-deadlines").unstarted(this::watch);
    private volatile boolean closed;

    void start() {
        thread.start();
    }

    void add(ActiveCall call) {
        calls.add(call);
    }

    void remove(ActiveCall call) {
        calls.remove(call);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(this, TICK.toNanos());
            calls.forEach(ActiveCall::check);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
