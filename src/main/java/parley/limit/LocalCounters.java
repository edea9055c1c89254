package parley.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// Counts in this process. A window that began before the counting did is begun with what the
/// history says: a restart gives nobody anything back. Several limits are taken one after another,
/// and given back where a later one refuses: never is more admitted than a quota, though two
/// requests at the same moment may both be refused where one of them would have had room.
final class LocalCounters implements Counters {
    private final UsageHistory history;
    private final TimeMeter meter;
    private final Instant begun;
    private final Map<Slot, Held> buckets = new ConcurrentHashMap<>();
    private final Places places = new Places();

    /// @param begun windows that begin before are begun with the history
    private LocalCounters(UsageHistory history, InstantSource clock, Instant begun) {
        this.history = history;
        this.begun = begun;
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

    /// All that is used from now on is counted here.
    static LocalCounters alone(UsageHistory history, InstantSource clock) {
        return new LocalCounters(history, clock, clock.instant());
    }

    /// Others use up the same quotas: each window is begun with the history.
    static LocalCounters amongOthers(UsageHistory history, InstantSource clock) {
        return new LocalCounters(history, clock, Instant.MAX);
    }

    private record Slot(long accountId, Measure measure) {
        static Slot of(Key key) {
            return new Slot(key.accountId(), key.measure());
        }
    }

    private record Held(Key key, Bucket bucket) {}

    @Override
    public Outcome admit(Entry entry) {
        // All of them before the first is taken from: the history may fail.
        List<Bucket> asked = entry.keys().stream().map(this::bucket).toList();
        long accountId = entry.accountId();
        if (entry.places() > 0 && !places.enter(accountId, entry.places(), entry.lease())) {
            return new Outcome.Crowded(standing(accountId, entry.keys()));
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!take(entry.claims().get(i), asked.get(i))) {
                giveBack(entry, asked, i);
                return new Outcome.Spent(i, standing(accountId, entry.keys()));
            }
        }
        return new Outcome.Admitted(standing(accountId, entry.keys()));
    }

    private static boolean take(Claim claim, Bucket bucket) {
        if (claim.amount() > 0) {
            return bucket.tryConsume(claim.amount());
        }
        return claim.needed() == 0 || bucket.getAvailableTokens() >= claim.needed();
    }

    private void giveBack(Entry entry, List<Bucket> asked, int taken) {
        for (int i = 0; i < taken; i++) {
            long amount = entry.claims().get(i).amount();
            if (amount > 0) {
                asked.get(i).addTokens(amount);
            }
        }
        leave(entry.accountId(), entry.lease());
    }

    @Override
    public Standing standing(long accountId, List<Key> keys) {
        return new Standing(
                keys.stream().map(key -> bucket(key).getAvailableTokens()).toList(),
                places.count(accountId));
    }

    /// What was used beyond the quota may lead below zero, by no more than one quota: then the rest
    /// of the window is closed.
    @Override
    public void correct(long accountId, List<Claim> differences) {
        for (Claim difference : differences) {
            Bucket bucket = bucket(difference.key());
            if (difference.amount() < 0) {
                bucket.addTokens(-difference.amount());
            } else if (difference.amount() > 0) {
                long most = Math.max(0, bucket.getAvailableTokens()) + difference.key().quota();
                bucket.consumeIgnoringRateLimits(Math.min(difference.amount(), most));
            }
        }
    }

    @Override
    public void leave(long accountId, String lease) {
        places.leave(accountId, lease);
    }

    Places places() {
        return places;
    }

    /// What is used of a quota as far as it is known here.
    OptionalLong used(Key key) {
        Held held = buckets.get(Slot.of(key));
        return held != null && held.key().equals(key)
                ? OptionalLong.of(key.quota() - held.bucket().getAvailableTokens())
                : OptionalLong.empty();
    }

    /// The quotas of an account that something is known of.
    List<Key> keys(long accountId) {
        return Arrays.stream(Measure.values())
                .map(measure -> buckets.get(new Slot(accountId, measure)))
                .filter(Objects::nonNull)
                .map(Held::key)
                .toList();
    }

    /// Takes over what is left by another count.
    void align(Key key, long left) {
        Held held = buckets.get(Slot.of(key));
        if (held == null || !held.key().equals(key)) {
            buckets.put(Slot.of(key), new Held(key, make(key, key.quota() - left)));
            return;
        }
        long difference = left - held.bucket().getAvailableTokens();
        if (difference > 0) {
            held.bucket().addTokens(difference);
        } else if (difference < 0) {
            held.bucket().consumeIgnoringRateLimits(-difference);
        }
    }

    private Bucket bucket(Key key) {
        Held held = buckets.get(Slot.of(key));
        if (held != null && held.key().equals(key)) {
            return held.bucket();
        }
        // Made outside of the map's lock: the history may have to ask the store.
        Held fresh = new Held(key, make(key, usedBefore(key)));
        return buckets.merge(
                        Slot.of(key),
                        fresh,
                        (known, made) -> known.key().equals(key) ? known : made)
                .bucket();
    }

    /// A quota of one window, less what was used of it.
    private Bucket make(Key key, long used) {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(key.quota())
                                .refillIntervallyAligned(
                                        key.quota(), key.window().length(), key.window().end())
                                .initialTokens(Math.clamp(key.quota() - used, 0, key.quota()))
                                .build())
                .withCustomTimePrecision(meter)
                .build();
    }

    private long usedBefore(Key key) {
        // What this server counts itself from the window's first moment on needs no history, but
        // where the quota has changed in the window, the count so far is the history's.
        boolean counted = !key.window().start().isBefore(begun);
        Held held = buckets.get(Slot.of(key));
        boolean sameWindow = held != null && held.key().window().equals(key.window());
        return counted && !sameWindow
                ? 0
                : key.measure().of(history.since(key.accountId(), key.window().start()));
    }
}
