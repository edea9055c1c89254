package parley.dialect.anthropic;

import java.util.HashMap;
import java.util.Map;
import parley.dialect.Repetition;
import parley.error.AppException;

/// A failure in Anthropic's form.
///
/// @param type always `error`
record AnthropicError(String type, Problem error) {
    record Problem(String type, String message) {}

    static AnthropicError of(AppException problem) {
        return new AnthropicError("error", new Problem(type(problem), problem.sentence()));
    }

    /// `request-id` under the name these clients read, and what tells them not to repeat a request
    /// where that is pointless.
    static Map<String, String> headers(AppException problem, String requestId) {
        Map<String, String> headers = new HashMap<>(Repetition.headers(problem));
        headers.put("request-id", requestId);
        return headers;
    }

    private static String type(AppException problem) {
        return switch (problem.code()) {
            case UNAUTHENTICATED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case TOO_LARGE, HEADERS_TOO_LARGE -> "request_too_large";
            case RATE_LIMITED -> "rate_limit_error";
            case INVALID_REQUEST,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    UNSUPPORTED_MEDIA_TYPE,
                    MISDIRECTED,
                    UNPROCESSABLE ->
                    "invalid_request_error";
            case UNAVAILABLE -> "overloaded_error";
            case PROVIDER_TIMEOUT -> "timeout_error";
            case INTERNAL, PROVIDER_FAILED, STORAGE_FULL -> "api_error";
        };
    }
}
