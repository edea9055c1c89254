package parley.bench;

import java.time.Duration;

/// A number of streams at a pace.
///
/// @param streams how many are open at once
/// @param perSecond how many tokens a second each has
/// @param tokens how many tokens each has in all
record StreamLevel(int streams, int perSecond, int tokens) {
    private static final Duration SLACK = Duration.ofSeconds(60);

    /// The time from one token to the next.
    Duration pace() {
        return Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /// How long one stream may take: twice what it should, and the time to open them all.
    Duration patience() {
        return pace().multipliedBy(2L * tokens).plus(SLACK);
    }

    /// The same with few and short streams, to warm up with.
    StreamLevel small() {
        return new StreamLevel(Math.min(streams, 100), 20, 20);
    }

    @Override
    public String toString() {
        return "%,d streams at %d tokens/s".formatted(streams, perSecond);
    }
}
