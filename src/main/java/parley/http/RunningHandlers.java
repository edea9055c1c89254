package parley.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The threads that are answering requests.
final class RunningHandlers {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean awaited;

    void started(Thread thread) {
        threads.add(thread);
    }

    void finished(Thread thread) {
        threads.remove(thread);
        if (awaited && threads.isEmpty()) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    int count() {
        return threads.size();
    }

    void interruptAll() {
        threads.forEach(Thread::interrupt);
    }

    /// Waits until none is left.
    ///
    /// @return whether that happened in time
    synchronized boolean awaitNone(Duration window) throws InterruptedException {
        awaited = true;
        long end = System.nanoTime() + window.toNanos();
        while (!threads.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
