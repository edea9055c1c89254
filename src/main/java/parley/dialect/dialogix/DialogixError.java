package parley.dialect.dialogix;

import parley.error.AppException;
import parley.error.ErrorCode;

/// What went wrong: a phrase for the kind, and a sentence for this case.
record DialogixError(String error, String details) {
    static DialogixError of(AppException problem) {
        return new DialogixError(phrase(problem.code()), problem.sentence());
    }

    private static String phrase(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> "Invalid request format";
            case UNAUTHENTICATED -> "Unauthorized";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not found";
            case METHOD_NOT_ALLOWED -> "Method not allowed";
            case CONFLICT -> "Conflict";
            case TOO_LARGE -> "Request too large";
            case UNSUPPORTED_MEDIA_TYPE -> "Unsupported media type";
            case MISDIRECTED -> "Misdirected request";
            case UNPROCESSABLE -> "Unprocessable request";
            case RATE_LIMITED -> "Too many requests";
            case HEADERS_TOO_LARGE -> "Request headers too large";
            case INTERNAL -> "Internal server error";
            case PROVIDER_FAILED -> "Model provider failed";
            case UNAVAILABLE -> "Service unavailable";
            case PROVIDER_TIMEOUT -> "Model provider timed out";
            case STORAGE_FULL -> "Storage full";
        };
    }
}
