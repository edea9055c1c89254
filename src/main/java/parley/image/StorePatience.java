package parley.image;

import java.time.Duration;
import java.util.function.Supplier;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Tries again while the store is away for a moment: a minute's work is not to be lost for that.
final class StorePatience {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private StorePatience() {}

    /// @throws AppException the store's, if it stays away, or for any other reason
    static <T> T call(Supplier<T> work) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (AppException e) {
                if (e.code() != ErrorCode.UNAVAILABLE || tried == TRIES) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
