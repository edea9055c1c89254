package parley.analysis.chart;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The threads that draw. They are of the platform: a virtual thread that computes for a tenth of a
/// second keeps others from being answered.
final class RenderPool {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 100;
    private static final long IDLE_SECONDS = 30;

    private static final ThreadPoolExecutor THREADS =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("chart-", 1).factory());

    static {
        THREADS.allowCoreThreadTimeOut(true);
    }

    private RenderPool() {}

    static byte[] run(Callable<byte[]> work) {
        try {
            return finished(THREADS.submit(work));
        } catch (RejectedExecutionException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "%d charts wait to be drawn already; try again soon.".formatted(MOST_WAITING),
                    e);
        }
    }

    private static byte[] finished(Future<byte[]> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The chart was no longer wanted while it was drawn.", e);
        } catch (ExecutionException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "The chart could not be drawn; the log says why.", e);
        }
    }
}
