package parley.image;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An engine did not do its work.
public final class ImageEngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What kind of failure it is.
    public enum Kind {
        /// It may work later: the engine is busy, loading, or was not reached. Another may be
        /// asked.
        TEMPORARY,
        /// It will not work with these settings: a key, a model, an address. Another may be asked.
        MISCONFIGURED,
        /// The engine cannot do this, or failed at it. Another may be asked.
        FAILED,
        /// The engine refuses what is asked for. Nobody else is asked.
        REFUSED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /// @param sentence what the one who asked may read
    public ImageEngineException(Kind kind, String sentence) {
        this(kind, sentence, null, null);
    }

    public ImageEngineException(
            Kind kind, String sentence, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
