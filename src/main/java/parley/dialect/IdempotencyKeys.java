package parley.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import parley.conversation.IdempotencyKey;
import parley.error.AppException;
import parley.http.Exchange;

/// Reads the `Idempotency-Key` of a request that starts a turn.
public final class IdempotencyKeys {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private IdempotencyKeys() {}

    /// The key with the fingerprint of this request: of its method, path and body.
    ///
    /// @throws AppException (400) if the key is empty, longer than 255 characters, or not printable
    ///   ASCII
    public static Optional<IdempotencyKey> of(Exchange exchange) {
        return exchange.header(HEADER)
                .map(key -> new IdempotencyKey(checked(key), fingerprint(exchange)));
    }

    private static String checked(String key) {
        boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (key.isBlank() || key.length() > LONGEST || !printable) {
            throw AppException.invalid(
                    HEADER, "Idempotency-Key must have 1 to 255 printable ASCII characters.");
        }
        return key;
    }

    private static String fingerprint(Exchange exchange) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (exchange.method() + " " + exchange.path() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            digest.update(exchange.body());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
