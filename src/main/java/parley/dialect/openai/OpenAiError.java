package parley.dialect.openai;

import org.jspecify.annotations.Nullable;
import parley.dialect.Repetition;
import parley.error.AppException;

/// A failure in OpenAI's form.
public record OpenAiError(Problem error) {
    /// @param param the field of the request that is wrong
    public record Problem(
            String message, String type, @Nullable String param, @Nullable String code) {}

    public static OpenAiError of(AppException problem) {
        return new OpenAiError(
                new Problem(
                        problem.sentence(),
                        type(problem),
                        problem.parameter().orElse(null),
                        code(problem)));
    }

    private static String type(AppException problem) {
        return switch (problem.code()) {
            case UNAUTHENTICATED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case RATE_LIMITED ->
                    Repetition.isBudgetSpent(problem) ? "insufficient_quota" : "rate_limit_error";
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
                    Repetition.isBudgetSpent(problem)
                            ? "insufficient_quota"
                            : "rate_limit_exceeded";
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
