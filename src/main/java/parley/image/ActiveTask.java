package parley.image;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A task that this server sees to. Safe for use by many threads.
final class ActiveTask {
    private final StoredTask stored;
    private final int megapixels;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile double progress;
    private @Nullable Thread thread;
    private boolean stopped;

    /// @param megapixels how much of the server's memory the work will need
    ActiveTask(StoredTask stored, int megapixels) {
        this.stored = stored;
        this.megapixels = megapixels;
    }

    /// As it was when this server began to see to it.
    StoredTask stored() {
        return stored;
    }

    int megapixels() {
        return megapixels;
    }

    double progress() {
        return progress;
    }

    /// Only forwards, and never to the end: that is there when the pictures are.
    void at(double fraction) {
        progress = Math.max(progress, Math.min(fraction, 0.99));
    }

    /// The calling thread is the one to interrupt from now on.
    ///
    /// @throws InterruptedException if it was stopped before
    synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("Stopped before it began");
        }
        thread = Thread.currentThread();
    }

    /// The calling thread is no longer interrupted, and has not been.
    synchronized void leave() {
        thread = null;
        boolean _ = Thread.interrupted();
    }

    /// Interrupts the work, now or when it begins.
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /// Nothing more is to be awaited here.
    void end() {
        over.countDown();
    }

    /// @return whether it is over
    boolean await(Duration patience) throws InterruptedException {
        return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
