package parley.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import parley.account.AccountService;
import parley.error.AppException;
import parley.error.RateLimit;

/// Admits answers by the tier of their account. Several limits are taken one after another, and
/// given back where a later one refuses: never is more admitted than a quota, though two requests
/// at the same moment may both be refused where one of them would have had room.
public final class TieredLimits implements Limits {
    private static final Unlimited UNLIMITED = new Unlimited();

    private final LongFunction<Tier> tiers;
    private final Buckets buckets;
    private final InstantSource clock;

    TieredLimits(LongFunction<Tier> tiers, Buckets buckets, InstantSource clock) {
        this.tiers = tiers;
        this.buckets = buckets;
        this.clock = clock;
    }

    /// Limits that are counted in this process.
    ///
    /// @param history what was used before it started
    public static TieredLimits inProcess(
            AccountService accounts,
            LimitSettings settings,
            UsageHistory history,
            InstantSource clock) {
        return new TieredLimits(
                new AccountTiers(accounts, settings), new LocalBuckets(history, clock), clock);
    }

    @Override
    public Admission admit(long accountId, Expected expected) {
        Tier tier = tiers.apply(accountId);
        if (tier.unlimited()) {
            return UNLIMITED.admit(accountId, expected);
        }
        Instant now = clock.instant();
        String lease = enter(tier, accountId, now);
        List<TieredAdmission.Claim> claims = new ArrayList<>();
        boolean admitted = false;
        try {
            take(tier, accountId, expected, now, claims);
            List<RateLimit> left = state(tier, accountId, now);
            admitted = true;
            return new TieredAdmission(claims, left, () -> leave(tier, accountId, lease));
        } finally {
            if (!admitted) {
                leave(tier, accountId, lease);
            }
        }
    }

    @Override
    public List<RateLimit> state(long accountId) {
        Tier tier = tiers.apply(accountId);
        return tier.unlimited() ? List.of() : state(tier, accountId, clock.instant());
    }

    @Override
    public String tier(long accountId) {
        return tiers.apply(accountId).name();
    }

    private void take(
            Tier tier,
            long accountId,
            Expected expected,
            Instant now,
            List<TieredAdmission.Claim> claims) {
        for (Map.Entry<Measure, Long> limit : tier.quotas().entrySet()) {
            Buckets.Key key = key(accountId, limit, now);
            Bucket bucket = buckets.bucket(key);
            // What needs more than a whole window has to itself gets the whole window.
            long amount = Math.min(key.quota(), key.measure().of(expected));
            boolean taken = amount == 0 ? hasRoom(key, bucket) : bucket.tryConsume(amount);
            if (!taken) {
                claims.forEach(TieredAdmission.Claim::giveBack);
                throw refused(tier, accountId, expected, key, now);
            }
            claims.add(new TieredAdmission.Claim(key.measure(), key.quota(), bucket, amount));
        }
    }

    /// An answer that makes no images needs no room for them; one whose price or length is not
    /// known in advance needs some.
    private static boolean hasRoom(Buckets.Key key, Bucket bucket) {
        return key.measure() == Measure.IMAGES_DAY || bucket.getAvailableTokens() > 0;
    }

    /// The refusal names the limit that takes longest to come back: waiting for another would be in
    /// vain.
    private AppException refused(
            Tier tier, long accountId, Expected expected, Buckets.Key first, Instant now) {
        List<RateLimit> left = state(tier, accountId, now);
        List<String> spent = Refusal.of(left, expected).stream().map(RateLimit::name).toList();
        Buckets.Key longest = first;
        for (Map.Entry<Measure, Long> limit : tier.quotas().entrySet()) {
            Buckets.Key key = key(accountId, limit, now);
            if (spent.contains(key.measure().title())
                    && key.window().end().isAfter(longest.window().end())) {
                longest = key;
            }
        }
        return Refusal.spent(tier.name(), longest.measure(), longest.quota(), longest.window(), now)
                .limits(left);
    }

    private List<RateLimit> state(Tier tier, long accountId, Instant now) {
        List<RateLimit> limits = new ArrayList<>();
        for (Map.Entry<Measure, Long> limit : tier.quotas().entrySet()) {
            Buckets.Key key = key(accountId, limit, now);
            Measure measure = key.measure();
            long left = Math.max(0, buckets.bucket(key).getAvailableTokens());
            limits.add(
                    new RateLimit(
                            measure.title(),
                            measure.unit(),
                            measure.shown(key.quota()),
                            measure.shown(left),
                            key.window().length(),
                            key.window().rest(now)));
        }
        if (tier.concurrentTurns() > 0) {
            limits.add(places(tier, buckets.underWay(accountId)));
        }
        return limits;
    }

    private static RateLimit places(Tier tier, int underWay) {
        int places = tier.concurrentTurns();
        return new RateLimit(
                "concurrent-turns",
                RateLimit.Unit.CONCURRENT_TURNS,
                places,
                Math.max(0, places - underWay),
                Duration.ZERO,
                Duration.ZERO);
    }

    private String enter(Tier tier, long accountId, Instant now) {
        String lease = UUID.randomUUID().toString();
        if (tier.concurrentTurns() > 0
                && !buckets.enter(accountId, tier.concurrentTurns(), lease)) {
            throw Refusal.crowded(tier.name(), tier.concurrentTurns())
                    .limits(state(tier, accountId, now));
        }
        return lease;
    }

    private void leave(Tier tier, long accountId, String lease) {
        if (tier.concurrentTurns() > 0) {
            buckets.leave(accountId, lease);
        }
    }

    private static Buckets.Key key(long accountId, Map.Entry<Measure, Long> limit, Instant now) {
        Measure measure = limit.getKey();
        return new Buckets.Key(accountId, measure, limit.getValue(), measure.period().at(now));
    }
}
