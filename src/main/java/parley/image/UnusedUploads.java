package parley.image;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// Deletes pictures that were sent and that nothing refers to, once they are old enough. Galleries
/// do not show what was sent: nobody else would ever delete them.
public final class UnusedUploads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnusedUploads.class);

    /// A server that is restarted again and again is not to look through everything each time.
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofDays(1);

    private final ImageStore store;
    private final Duration kept;
    private final InstantSource clock;
    private final Thread sweeper =
            Thread.ofVirtual().name("upload-sweeper").unstarted(this::keepSweeping);

    public UnusedUploads(ImageStore store, UploadSettings settings, InstantSource clock) {
        this.store = store;
        this.kept = settings.kept();
        this.clock = clock;
    }

    public void start() {
        if (!kept.isZero()) {
            sweeper.start();
        }
    }

    private void keepSweeping() {
        try {
            Thread.sleep(FIRST_PAUSE);
            while (true) {
                trySweep();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trySweep() {
        try {
            sweep();
        } catch (AppException e) {
            LOG.warn("Unused pictures were not looked for: {}", e.sentence());
        }
    }

    /// @return how many were deleted
    int sweep() {
        int deleted = store.dropUnusedUploads(clock.instant().minus(kept));
        if (deleted > 0) {
            LOG.info("Deleted {} of the pictures that had been sent and are not used.", deleted);
        }
        return deleted;
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
