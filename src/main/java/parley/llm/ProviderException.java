package parley.llm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt at a provider failed.
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What kind of failure it was; decides whether another attempt makes sense.
    public enum Kind {
        /// The key was refused. No retry.
        UNAUTHORIZED(false),
        /// The provider calls the request wrong (unknown model, too long, …). No retry.
        REFUSED(false),
        /// 429: too many requests.
        RATE_LIMITED(true),
        /// 408, 5xx, connection refused or reset: the next attempt may work.
        UNAVAILABLE(true),
        /// The provider's answer cannot be understood, or ended before its end.
        BAD_RESPONSE(true);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }

    private final Kind kind;
    private final String sentence;
    private final @Nullable Duration retryAfter;

    /// @param sentence for people; holds no secret
    public ProviderException(
            Kind kind, String sentence, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return sentence;
    }

    /// How long the provider asked to wait.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
