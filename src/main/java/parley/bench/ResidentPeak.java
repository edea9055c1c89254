package parley.bench;

import java.time.Duration;
import parley.bench.target.ProcessFigures;

/// Watches how much memory a process holds, and remembers the most.
final class ResidentPeak implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ProcessFigures figures;
    private final Thread watcher;
    private volatile long most;

    ResidentPeak(ProcessFigures figures) {
        this.figures = figures;
        this.watcher = Thread.ofPlatform().daemon().name("resident-peak").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                most = Math.max(most, figures.residentBytes().orElse(0));
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            // It was asked to end.
        }
    }

    /// The most so far, in bytes; 0 where the system does not tell.
    long mostBytes() {
        return most;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
