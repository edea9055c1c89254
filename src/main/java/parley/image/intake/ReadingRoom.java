package parley.image.intake;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Reads no more pixels at once than there is room for, and waits for none longer than is allowed.
/// Safe for use by many threads.
final class ReadingRoom {
    /// What even the smallest picture takes.
    private static final int LEAST = 1 << 16;

    private static final int SHARE = 1 << 10;

    private final Semaphore shares;
    private final int all;
    private final Duration patience;

    ReadingRoom(long mostPixelsAtOnce, Duration patience) {
        this.all = Math.clamp(mostPixelsAtOnce / SHARE, LEAST / SHARE, Integer.MAX_VALUE);
        this.shares = new Semaphore(all, true);
        this.patience = patience;
    }

    /// What reads a picture.
    @FunctionalInterface
    interface Reading {
        Picture read() throws DamagedFileException, InterruptedException;
    }

    /// @throws AppException (422) it takes too long; (503) there is no room
    Picture read(String field, Size size, Reading reading)
            throws DamagedFileException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int taken = (int) Math.min(all, Math.max(LEAST, size.pixels()) / SHARE);
        if (!shares.tryAcquire(taken, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "Too many pictures are being read; send it again in a moment.")
                    .retryAfter(patience);
        }
        FutureTask<Picture> work = new FutureTask<>(reading::read);
        Thread worker =
                Thread.ofPlatform()
                        .daemon()
                        .name("picture reader")
                        .unstarted(() -> {
                            // The room is taken until the work has really ended.
                            try {
                                work.run();
                            } finally {
                                shares.release(taken);
                            }
                        });
        worker.start();
        try {
            return work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw AppException.invalid(
                            field,
                            "%s was not read within %d s; send it smaller, or as a PNG."
                                    .formatted(field, patience.toSeconds()))
                    .as(ErrorCode.UNPROCESSABLE);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            worker.interrupt();
        }
    }

    private static DamagedFileException failure(@Nullable Throwable cause) {
        return cause instanceof DamagedFileException damage
                ? damage
                : new DamagedFileException("is damaged: it is not what it says", cause);
    }
}
