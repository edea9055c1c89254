package parley.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: 0.25 s, doubled each time, at most 10 s; of that at
/// least half, the rest at random, so that many callers do not come back at the same moment. A
/// provider's own wish is kept, and spread upwards only.
record Backoff(RandomGenerator random) {
    private static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(10);

    /// @param attempt the number of the attempt that failed, from 1
    /// @param wish how long the provider asked to wait
    Duration after(int attempt, Optional<Duration> wish) {
        Duration whole = min(FIRST.multipliedBy(1L << Math.min(attempt - 1, 10)), LONGEST);
        return wish.map(least -> least.plus(share(whole, 0))).orElseGet(() -> share(whole, 0.5));
    }

    private Duration share(Duration whole, double least) {
        double part = least + random.nextDouble() * (1 - least);
        return Duration.ofNanos((long) (whole.toNanos() * part));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
