package parley.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.image.ImageTask.Failure;

/// Watches a task in work: writes down how far it is, ends it when it takes too long, and stops the
/// work when another server ended it.
final class TaskWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int TICKS_BETWEEN_LOOKS = 4;

    private final ImageStore store;
    private final TaskEnds ends;
    private final String node;
    private final Duration patience;

    /// @param patience how long a task may take
    TaskWatch(ImageStore store, TaskEnds ends, String node, Duration patience) {
        this.store = store;
        this.ends = ends;
        this.node = node;
        this.patience = patience;
    }

    void start(ActiveTask active, StoredTask stored) {
        Thread.ofVirtual()
                .name("image-watch-" + stored.id())
                .start(() -> watch(active, stored, System.nanoTime()));
    }

    private void watch(ActiveTask active, StoredTask stored, long began) {
        double written = 0;
        try {
            for (int tick = 1; !active.await(next(began)); tick++) {
                if (since(began).compareTo(patience) >= 0) {
                    endLate(active, stored);
                    return;
                }
                double progress = active.progress();
                if (progress > written || tick % TICKS_BETWEEN_LOOKS == 0) {
                    if (!isOurs(stored, progress)) {
                        active.stop();
                        return;
                    }
                    written = progress;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration next(long began) {
        Duration left = patience.minus(since(began));
        return left.compareTo(TICK) < 0 ? left : TICK;
    }

    private boolean isOurs(StoredTask stored, double progress) {
        try {
            return store.progress(stored.id(), node, progress);
        } catch (AppException e) {
            LOG.debug("The progress of {} was not written: {}", stored.id(), e.sentence());
            return true;
        }
    }

    private void endLate(ActiveTask active, StoredTask stored) throws InterruptedException {
        String sentence =
                "It was not done within %d seconds. A smaller picture may be."
                        .formatted(patience.toSeconds());
        try {
            ends.fail(
                    stored,
                    new Failure("timeout", sentence, true),
                    Optional.empty(),
                    List.of(),
                    patience);
        } catch (AppException e) {
            LOG.error("Task {} waits for the next start: {}", stored.id(), e.sentence());
        } finally {
            active.stop();
            active.end();
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
