package parley.image;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A few threads of the system that read and write files of pictures. Callers are virtual threads:
/// on one of those a large picture would keep everybody else's answers waiting.
final class PixelThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    /// A picture of 40 megapixels, with the files it is read from and written to.
    private static final long BYTES_A_THREAD = 400L << 20;

    private final ThreadPoolExecutor threads;

    /// @param most how many threads, where there is memory for as many
    PixelThreads(int most) {
        int count =
                Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_A_THREAD, 1, Math.max(1, most));
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("image-files-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// Does the work on one of the threads, and waits for it. An interrupt ends it.
    <T> T call(Callable<T> work) throws InterruptedException {
        Future<T> future = threads.submit(work);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) throws InterruptedException {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case InterruptedException interrupted -> throw interrupted;
            case null, default -> new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
