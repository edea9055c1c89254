package parley.limit;

import io.github.bucket4j.Bucket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.error.RateLimit;

/// An answer of an account whose tier limits something.
final class TieredAdmission implements Admission {
    private final List<Claim> claims;
    private final List<RateLimit> limits;
    private final Runnable leave;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param leave gives the place among the account's answers back
    TieredAdmission(List<Claim> claims, List<RateLimit> limits, Runnable leave) {
        this.claims = List.copyOf(claims);
        this.limits = List.copyOf(limits);
        this.leave = leave;
    }

    /// What was taken from one bucket.
    record Claim(Measure measure, long quota, Bucket bucket, long taken) {
        void giveBack() {
            if (taken > 0) {
                bucket.addTokens(taken);
            }
        }

        /// Puts right what was taken. What was used beyond it may lead below zero, by no more than
        /// one quota: then the rest of the window is closed.
        void correct(long used) {
            if (used < taken) {
                bucket.addTokens(taken - used);
            } else if (used > taken) {
                long most = Math.max(0, bucket.getAvailableTokens()) + quota;
                bucket.consumeIgnoringRateLimits(Math.min(used - taken, most));
            }
        }
    }

    @Override
    public List<RateLimit> limits() {
        return limits;
    }

    @Override
    public void settle(long tokens, long nanoDollars) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        for (Claim claim : claims) {
            switch (claim.measure().unit()) {
                case TOKENS -> claim.correct(tokens);
                case MICRO_DOLLARS -> claim.correct(nanoDollars);
                case REQUESTS, IMAGES, CONCURRENT_TURNS -> {
                    // Known before: nothing to put right.
                }
            }
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
            leave.run();
        }
    }

    private void settleNothing() {
        if (settled.compareAndSet(false, true)) {
            claims.stream()
                    .filter(claim -> claim.measure().unit() != RateLimit.Unit.REQUESTS)
                    .forEach(Claim::giveBack);
        }
    }
}
