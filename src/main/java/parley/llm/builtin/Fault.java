package parley.llm.builtin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import parley.llm.ProviderException;

/// Something that goes wrong on purpose.
sealed interface Fault {
    /// How many tokens are sent before.
    int afterTokens();

    /// Fails or stalls; never returns.
    void happen() throws InterruptedException;

    /// Fails as a provider fails.
    record Failing(
            int afterTokens,
            ProviderException.Kind kind,
            String sentence,
            @Nullable Duration retryAfter)
            implements Fault {
        @Override
        public void happen() {
            throw new ProviderException(kind, sentence, retryAfter, null);
        }
    }

    /// Says nothing more until it is interrupted.
    record Silent(int afterTokens) implements Fault {
        @Override
        public void happen() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
