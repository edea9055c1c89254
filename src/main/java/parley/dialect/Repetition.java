package parley.dialect;

import java.time.Duration;
import java.util.Map;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ProviderException;

/// Whether it makes sense to send a request again that failed. Official clients repeat by
/// themselves what was answered with 408, 409, 429 or from 500 on, unless they are told not to.
public final class Repetition {
    /// What tells a client not to repeat.
    public static final Map<String, String> FORBIDDEN = Map.of("x-should-retry", "false");

    /// What comes back later than this is a budget: waiting a moment brings none of it.
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private Repetition() {}

    /// The header of [#FORBIDDEN] where it would be in vain.
    public static Map<String, String> headers(AppException problem) {
        return isPointless(problem) ? FORBIDDEN : Map.of();
    }

    /// Whether the account has used up what it may use in a day or a month.
    public static boolean isBudgetSpent(AppException problem) {
        if (problem.code() != ErrorCode.RATE_LIMITED || problem.limits().isEmpty()) {
            return false;
        }
        return problem.retryAfter().filter(wait -> wait.compareTo(MOMENT) > 0).isPresent()
                || problem.limits().stream()
                        .anyMatch(limit ->
                                limit.remaining() == 0 && limit.window().compareTo(MOMENT) > 0);
    }

    private static boolean isPointless(AppException problem) {
        return switch (problem.code()) {
            case RATE_LIMITED -> isBudgetSpent(problem);
            case CONFLICT -> problem.retryAfter().isEmpty();
            case PROVIDER_FAILED ->
                    problem.getCause() instanceof ProviderException failure
                            && !failure.kind().retryable();
            case STORAGE_FULL -> true;
            case INTERNAL, UNAVAILABLE, PROVIDER_TIMEOUT -> false;
            // Nobody repeats these.
            case INVALID_REQUEST,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    MISDIRECTED,
                    UNPROCESSABLE,
                    HEADERS_TOO_LARGE ->
                    false;
        };
    }
}
