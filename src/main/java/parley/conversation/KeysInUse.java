package parley.conversation;

import java.util.concurrent.ConcurrentHashMap;

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
            throw present.equals(key.fingerprint())
                    ? IdempotencyKey.stillRunning()
                    : IdempotencyKey.reused();
        }
        return () -> fingerprints.remove(name);
    }
}
