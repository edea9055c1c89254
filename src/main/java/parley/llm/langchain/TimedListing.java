package parley.llm.langchain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelInfo;
import parley.llm.ProviderException;

/// Bounds how long a provider may take to list its models.
public final class TimedListing {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private TimedListing() {}

    /// @param provider named in failures
    /// @throws AppException if there is no list within 5 s
    public static List<ModelInfo> of(String provider, Callable<List<ModelInfo>> ask)
            throws InterruptedException {
        return of(provider, LONGEST, ask);
    }

    static List<ModelInfo> of(String provider, Duration longest, Callable<List<ModelInfo>> ask)
            throws InterruptedException {
        FutureTask<List<ModelInfo>> asking = new FutureTask<>(ask);
        Thread.ofVirtual().name("models of " + provider).start(asking);
        try {
            return asking.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AppException(
                    ErrorCode.PROVIDER_TIMEOUT,
                    "The model provider %s did not list its models in time.".formatted(provider),
                    e);
        } catch (ExecutionException e) {
            throw failure(provider, e);
        } finally {
            asking.cancel(true);
        }
    }

    private static AppException failure(String provider, ExecutionException e) {
        return e.getCause() instanceof ProviderException failure
                ? new AppException(ErrorCode.UNAVAILABLE, failure.sentence(), failure)
                : new AppException(
                        ErrorCode.PROVIDER_FAILED,
                        "The models of %s cannot be listed.".formatted(provider),
                        e);
    }
}
