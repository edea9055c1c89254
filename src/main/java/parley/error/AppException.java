package parley.error;

import java.time.Duration;
import java.util.List;
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
    private final transient List<RateLimit> limits;

    public AppException(ErrorCode code, String sentence) {
        this(code, sentence, null, null, List.of(), null);
    }

    public AppException(ErrorCode code, String sentence, @Nullable Throwable cause) {
        this(code, sentence, null, null, List.of(), cause);
    }

    private AppException(
            ErrorCode code,
            String sentence,
            @Nullable String parameter,
            @Nullable Duration retryAfter,
            List<RateLimit> limits,
            @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = Objects.requireNonNull(code);
        this.sentence = Objects.requireNonNull(sentence);
        this.parameter = parameter;
        this.retryAfter = retryAfter;
        this.limits = List.copyOf(limits);
    }

    /// The field or parameter of the request that is wrong.
    public static AppException invalid(String parameter, String sentence) {
        return new AppException(
                ErrorCode.INVALID_REQUEST, sentence, parameter, null, List.of(), null);
    }

    /// The same failure, said with another code.
    public AppException as(ErrorCode other) {
        return new AppException(other, sentence, parameter, retryAfter, limits, getCause());
    }

    /// The same failure, with the time after which trying again makes sense.
    public AppException retryAfter(Duration wait) {
        return new AppException(code, sentence, parameter, wait, limits, getCause());
    }

    /// The same failure, with the caller's limits, to be told in headers.
    public AppException limits(List<RateLimit> callersLimits) {
        return new AppException(code, sentence, parameter, retryAfter, callersLimits, getCause());
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

    /// The limits of the caller, where one of them is the reason.
    public List<RateLimit> limits() {
        return limits;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
