package parley.limit;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import parley.error.RateLimit;

/// An answer of an account whose tier limits something.
final class TieredAdmission implements Admission {
    private final Counters counters;
    private final Counters.Entry entry;
    private final List<RateLimit> limits;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param entry what was taken
    TieredAdmission(Counters counters, Counters.Entry entry, List<RateLimit> limits) {
        this.counters = counters;
        this.entry = entry;
        this.limits = List.copyOf(limits);
    }

    @Override
    public List<RateLimit> limits() {
        return limits;
    }

    @Override
    public void settle(long tokens, long nanoDollars) {
        if (settled.compareAndSet(false, true)) {
            correct(claim ->
                    switch (claim.key().measure().unit()) {
                        case TOKENS -> tokens - claim.amount();
                        case MICRO_DOLLARS -> nanoDollars - claim.amount();
                        // Known before: nothing to put right.
                        case REQUESTS, IMAGES, CONCURRENT_TURNS -> 0;
                    });
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            settleNothing();
        } finally {
            if (entry.places() > 0) {
                counters.leave(entry.accountId(), entry.lease());
            }
        }
    }

    private void settleNothing() {
        if (settled.compareAndSet(false, true)) {
            correct(claim ->
                    claim.key().measure().unit() == RateLimit.Unit.REQUESTS ? 0 : -claim.amount());
        }
    }

    private void correct(ToLongFunction<Counters.Claim> difference) {
        List<Counters.Claim> differences =
                entry.claims().stream()
                        .map(claim ->
                                new Counters.Claim(claim.key(), difference.applyAsLong(claim)))
                        .filter(claim -> claim.amount() != 0)
                        .toList();
        if (!differences.isEmpty()) {
            counters.correct(entry.accountId(), differences);
        }
    }
}
