package parley.conversation;

import java.time.Duration;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Makes a repeated request the same request. Keys are apart for each account and contract.
///
/// @param key what the client sent, 1 to 255 printable characters
/// @param fingerprint SHA-256 of the request in hexadecimal: the same key with another request is
///   an error
public record IdempotencyKey(String key, String fingerprint) {
    /// The answer to the same request while the first one is being answered (409).
    public static AppException stillRunning() {
        return new AppException(
                        ErrorCode.CONFLICT,
                        "A request with this Idempotency-Key is being answered. Ask again when it has ended.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /// The answer to another request under the same key (422).
    public static AppException reused() {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
}
