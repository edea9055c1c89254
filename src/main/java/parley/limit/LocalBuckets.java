package parley.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts in this process. A window that began before the counting did is begun with what the
/// history says: a restart gives nobody anything back.
final class LocalBuckets implements Buckets {
    private final UsageHistory history;
    private final TimeMeter meter;
    private final Instant begun;
    private final Map<Slot, Held> buckets = new ConcurrentHashMap<>();
    private final Map<Long, Set<String>> places = new ConcurrentHashMap<>();

    LocalBuckets(UsageHistory history, InstantSource clock) {
        this.history = history;
        this.begun = clock.instant();
        this.meter =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        Instant now = clock.instant();
                        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                };
    }

    private record Slot(long accountId, Measure measure) {}

    private record Held(Key key, Bucket bucket) {}

    @Override
    public Bucket bucket(Key key) {
        Slot slot = new Slot(key.accountId(), key.measure());
        Held held = buckets.get(slot);
        if (held != null && held.key().equals(key)) {
            return held.bucket();
        }
        // Made outside of the map's lock: the history may have to ask the store.
        Held fresh = new Held(key, make(key));
        return buckets.merge(slot, fresh, (known, made) -> known.key().equals(key) ? known : made)
                .bucket();
    }

    private Bucket make(Key key) {
        return Bucket.builder()
                .addLimit(bandwidth(key, usedBefore(key)))
                .withCustomTimePrecision(meter)
                .build();
    }

    private long usedBefore(Key key) {
        // What this server counts itself from the window's first moment on needs no history, but
        // where the quota has changed in the window, the count so far is the history's.
        boolean counted = !key.window().start().isBefore(begun);
        Slot slot = new Slot(key.accountId(), key.measure());
        Held held = buckets.get(slot);
        boolean sameWindow = held != null && held.key().window().equals(key.window());
        return counted && !sameWindow
                ? 0
                : key.measure().of(history.since(key.accountId(), key.window().start()));
    }

    /// A quota of one window, less what was used of it.
    static Bandwidth bandwidth(Key key, long used) {
        return Bandwidth.builder()
                .capacity(key.quota())
                .refillIntervallyAligned(key.quota(), key.window().length(), key.window().end())
                .initialTokens(Math.max(0, key.quota() - used))
                .build();
    }

    @Override
    public boolean enter(long accountId, int allowed, String lease) {
        boolean[] entered = {false};
        places.compute(
                accountId,
                (_, taken) -> {
                    Set<String> now = taken == null ? new HashSet<>() : taken;
                    entered[0] = now.size() < allowed && now.add(lease);
                    return now;
                });
        return entered[0];
    }

    @Override
    public void leave(long accountId, String lease) {
        places.computeIfPresent(
                accountId,
                (_, taken) -> {
                    taken.remove(lease);
                    return taken.isEmpty() ? null : taken;
                });
    }

    @Override
    public int underWay(long accountId) {
        int[] count = {0};
        places.computeIfPresent(
                accountId,
                (_, taken) -> {
                    count[0] = taken.size();
                    return taken;
                });
        return count[0];
    }
}
