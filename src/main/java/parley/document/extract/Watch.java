package parley.document.extract;

import java.time.Duration;

/// Ends the process that reads documents when it has nothing to do for long, or too much.
final class Watch {
    private final long patienceNanos;
    private final long idleNanos;
    private boolean working;
    private long since = System.nanoTime();

    Watch(Duration patience, Duration idle) {
        patienceNanos = patience.toNanos();
        idleNanos = idle.toNanos();
        Thread.ofPlatform().daemon().name("watch").start(this::watch);
    }

    synchronized void work() {
        working = true;
        since = System.nanoTime();
        notifyAll();
    }

    synchronized void idle() {
        working = false;
        since = System.nanoTime();
        notifyAll();
    }

    // The code that reads does not always look whether it should stop.
    private synchronized void watch() {
        try {
            while (true) {
                long left = (working ? patienceNanos : idleNanos) - (System.nanoTime() - since);
                if (left <= 0) {
                    Runtime.getRuntime().halt(working ? ReaderMain.EXIT_OUT_OF_TIME : 0);
                }
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
