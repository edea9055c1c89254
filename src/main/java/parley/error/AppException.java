package parley.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A failure that may be shown: a code, and a sentence that holds the value it is about and says
/// what to do. The sentence never contains a path of the machine, SQL, a class name or a secret;
/// those belong to the cause.
public final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String sentence;
    private final @Nullable String parameter;
    private final @Nullable Duration retryAfter;

    public AppException(ErrorCode code, String sentence) {
        this(code, sentence, null, null, null);
    }

    public AppException(ErrorCode code, String sentence, @Nullable Throwable cause) {
        this(code, sentence, null, null, cause);
    }

    private AppException(
            ErrorCode code,
            String sentence,
            @Nullable String parameter,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = Objects.requireNonNull(code);
        this.sentence = Objects.requireNonNull(sentence);
        this.parameter = parameter;
        this.retryAfter = retryAfter;
    }

    /// The field or parameter of the request that is wrong.
    public static AppException invalid(String parameter, String sentence) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence, parameter, null, null);
    }

    /// The same failure, with the time after which trying again makes sense.
    public AppException retryAfter(Duration wait) {
        return new AppException(code, sentence, parameter, wait, getCause());
    }

    public ErrorCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    /// The name of the field or parameter that is wrong, where one is.
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
