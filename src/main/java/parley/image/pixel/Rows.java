package parley.image.pixel;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/// Work on the rows of a picture, on all cores. An interrupt of the thread that began it ends it.
public final class Rows {
    /// Fewer rows than this are not worth a second thread.
    private static final int ALONE = 16;

    private Rows() {}

    /// What is done with one row.
    @FunctionalInterface
    public interface Work {
        void row(int y);
    }

    /// Does the work for every row, in any order, several at a time.
    ///
    /// @throws CancellationException if the calling thread is interrupted; it stays interrupted
    public static void each(int height, Work work) {
        Thread caller = Thread.currentThread();
        if (height < ALONE) {
            for (int y = 0; y < height; y++) {
                work.row(y);
            }
            return;
        }
        IntStream.range(0, height)
                .parallel()
                .forEach(y -> {
                    if (caller.isInterrupted()) {
                        throw new CancellationException("Interrupted in the middle of a picture");
                    }
                    work.row(y);
                });
    }
}
