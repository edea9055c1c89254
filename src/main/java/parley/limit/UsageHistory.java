package parley.limit;

import java.time.Instant;

/// What accounts used before this server started.
@FunctionalInterface
public interface UsageHistory {
    /// What the account used from a moment on.
    Used since(long accountId, Instant from);

    record Used(long requests, long tokens, long nanoDollars, long images) {
        public static final Used NOTHING = new Used(0, 0, 0, 0);
    }
}
