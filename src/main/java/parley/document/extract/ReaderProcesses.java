package parley.document.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.UnreadableException;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The processes that read documents: one that has read its document well reads the next, which
/// saves the start.
final class ReaderProcesses implements AutoCloseable {
    private static final int TRIES = 3;

    private final Bounds bounds;
    private final Optional<Tesseract> tesseract;
    private final Semaphore places;
    private final Deque<ReaderProcess> idle = new ArrayDeque<>();

    ReaderProcesses(Bounds bounds, int most, Optional<Tesseract> tesseract) {
        this.bounds = bounds;
        this.tesseract = tesseract;
        this.places = new Semaphore(most, true);
    }

    ExtractedDocument read(Format format, byte[] content)
            throws UnreadableException, InterruptedException {
        if (!places.tryAcquire(bounds.patience().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "Other documents are being read; upload it again in a moment.")
                    .retryAfter(bounds.patience());
        }
        try {
            return readWithPlace(format, content);
        } finally {
            places.release();
        }
    }

    private ExtractedDocument readWithPlace(Format format, byte[] content)
            throws UnreadableException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ReaderProcess process = take();
            try {
                return process.read(format, content);
            } catch (ReaderProcess.GoneException e) {
                // It had been idle for too long in this very moment.
                if (attempt == TRIES) {
                    throw new AppException(
                            ErrorCode.UNAVAILABLE, "The document cannot be read now.", e);
                }
            } finally {
                putBack(process);
            }
        }
    }

    private ReaderProcess take() {
        synchronized (idle) {
            @Nullable ReaderProcess process = idle.pollLast();
            while (process != null && !process.isAlive()) {
                process = idle.pollLast();
            }
            if (process != null) {
                return process;
            }
        }
        return ReaderProcess.start(bounds, tesseract);
    }

    private void putBack(ReaderProcess process) {
        if (process.isAlive()) {
            synchronized (idle) {
                idle.addLast(process);
            }
        }
    }

    /// Ends those that are idle.
    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(ReaderProcess::close);
            idle.clear();
        }
    }
}
