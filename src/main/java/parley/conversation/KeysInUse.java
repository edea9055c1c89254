package parley.conversation;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The idempotency keys of requests that are being stored at this moment: a second request under
/// the same key is told so before it takes a place that the first one may need.
final class KeysInUse {
    private final ConcurrentHashMap<Name, String> fingerprints = new ConcurrentHashMap<>();

    private record Name(long accountId, String contract, String key) {}

    /// Gives a claimed key back.
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws AppException (409) if the same request is being stored, (422) if another one is
    ///   under this key
    Claim claim(long accountId, String contract, IdempotencyKey key) {
        Name name = new Name(accountId, contract, key.key());
        String present = fingerprints.putIfAbsent(name, key.fingerprint());
        if (present != null) {
            throw present.equals(key.fingerprint()) ? stillRunning() : reused();
        }
        return () -> fingerprints.remove(name);
    }

    static AppException stillRunning() {
        return new AppException(
                        ErrorCode.CONFLICT,
                        "A request with this Idempotency-Key is being answered. Ask again when it has ended.")
                .retryAfter(Duration.ofSeconds(1));
    }

    static AppException reused() {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
}
