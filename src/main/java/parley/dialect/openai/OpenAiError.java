package parley.dialect.openai;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ProviderException;

/// A failure in OpenAI's form.
public record OpenAiError(Problem error) {
    /// @param param the field of the request that is wrong
    public record Problem(
            String message, String type, @Nullable String param, @Nullable String code) {}

    /// Limits over so much time are a budget: waiting a moment brings none of it back.
    private static final Duration BUDGET = Duration.ofHours(1);

    public static OpenAiError of(AppException problem) {
        return new OpenAiError(
                new Problem(
                        problem.sentence(),
                        type(problem),
                        problem.parameter().orElse(null),
                        code(problem)));
    }

    /// What tells the official clients not to try again where that is pointless. Without it they
    /// repeat what was answered with 408, 409, 429 or from 500 on.
    public static Map<String, String> headers(AppException problem) {
        return isFinal(problem) ? Map.of("x-should-retry", "false") : Map.of();
    }

    private static boolean isFinal(AppException problem) {
        return switch (problem.code()) {
            case RATE_LIMITED -> isBudgetSpent(problem);
            case CONFLICT -> problem.retryAfter().isEmpty();
            case PROVIDER_FAILED ->
                    problem.getCause() instanceof ProviderException failure
                            && !failure.kind().retryable();
            case STORAGE_FULL -> true;
            case INTERNAL, UNAVAILABLE, PROVIDER_TIMEOUT -> false;
            // The clients do not repeat these.
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

    private static boolean isBudgetSpent(AppException problem) {
        return problem.code() == ErrorCode.RATE_LIMITED
                && problem.limits().stream()
                        .anyMatch(limit ->
                                limit.remaining() == 0 && limit.window().compareTo(BUDGET) >= 0);
    }

    private static String type(AppException problem) {
        return switch (problem.code()) {
            case UNAUTHENTICATED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case RATE_LIMITED -> isBudgetSpent(problem) ? "insufficient_quota" : "rate_limit_error";
            case INVALID_REQUEST,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    MISDIRECTED,
                    UNPROCESSABLE,
                    HEADERS_TOO_LARGE ->
                    "invalid_request_error";
            case INTERNAL, PROVIDER_FAILED, UNAVAILABLE, PROVIDER_TIMEOUT, STORAGE_FULL ->
                    "server_error";
        };
    }

    private static @Nullable String code(AppException problem) {
        return switch (problem.code()) {
            case UNAUTHENTICATED -> "invalid_api_key";
            case RATE_LIMITED ->
                    isBudgetSpent(problem) ? "insufficient_quota" : "rate_limit_exceeded";
            case NOT_FOUND ->
                    switch (problem.parameter().orElse("")) {
                        case "model" -> "model_not_found";
                        case "previous_response_id" -> "previous_response_not_found";
                        default -> null;
                    };
            case PROVIDER_FAILED -> "provider_failed";
            case PROVIDER_TIMEOUT -> "provider_timeout";
            case UNAVAILABLE -> "unavailable";
            case INVALID_REQUEST,
                    FORBIDDEN,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    MISDIRECTED,
                    UNPROCESSABLE,
                    HEADERS_TOO_LARGE,
                    INTERNAL,
                    STORAGE_FULL ->
                    null;
        };
    }
}
