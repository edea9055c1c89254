package parley.limit;

import java.util.List;
import parley.error.RateLimit;

/// Admits everybody.
public final class Unlimited implements Limits {
    private static final Admission FREE =
            new Admission() {
                @Override
                public List<RateLimit> limits() {
                    return List.of();
                }

                @Override
                public void settle(long tokens, long nanoDollars) {}

                @Override
                public void close() {}
            };

    @Override
    public Admission admit(long accountId, Expected expected) {
        return FREE;
    }

    @Override
    public List<RateLimit> state(long accountId) {
        return List.of();
    }
}
