package parley.dialect;

import java.util.Optional;
import parley.conversation.IdempotencyKey;
import parley.error.AppException;
import parley.http.Exchange;

/// Reads the `Idempotency-Key` of a request that starts an answer.
public final class IdempotencyKeys {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private IdempotencyKeys() {}

    /// The key with the fingerprint of this request.
    ///
    /// @throws AppException (400) if the key is empty, longer than 255 characters, or not printable
    ///   ASCII; whatever is wrong with a form that cannot be read
    public static Optional<IdempotencyKey> of(Exchange exchange) throws InterruptedException {
        Optional<String> key = exchange.header(HEADER);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdempotencyKey(checked(key.get()), Fingerprint.of(exchange)));
    }

    private static String checked(String key) {
        boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (key.isBlank() || key.length() > LONGEST || !printable) {
            throw AppException.invalid(
                    HEADER, "Idempotency-Key must have 1 to 255 printable ASCII characters.");
        }
        return key;
    }
}
