package parley.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import parley.account.AccountService;
import parley.error.AppException;
import parley.error.RateLimit;

/// Admits answers by the tier of their account.
public final class TieredLimits implements Limits {
    private static final Unlimited UNLIMITED = new Unlimited();

    private final LongFunction<Tier> tiers;
    private final Counters counters;
    private final InstantSource clock;

    TieredLimits(LongFunction<Tier> tiers, Counters counters, InstantSource clock) {
        this.tiers = tiers;
        this.counters = counters;
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
                new AccountTiers(accounts, settings), LocalCounters.alone(history, clock), clock);
    }

    /// Limits that several servers count together.
    public static TieredLimits shared(
            AccountService accounts,
            LimitSettings settings,
            SharedCounters counters,
            InstantSource clock) {
        return new TieredLimits(new AccountTiers(accounts, settings), counters, clock);
    }

    @Override
    public Admission admit(long accountId, Expected expected) {
        Tier tier = tiers.apply(accountId);
        if (tier.unlimited()) {
            return UNLIMITED.admit(accountId, expected);
        }
        Instant now = clock.instant();
        Counters.Entry entry =
                new Counters.Entry(
                        accountId,
                        tier.concurrentTurns(),
                        UUID.randomUUID().toString(),
                        claims(tier, accountId, expected, now));
        Counters.Outcome outcome = counters.admit(entry);
        List<RateLimit> left = shown(tier, entry.keys(), outcome.standing(), now);
        return switch (outcome) {
            case Counters.Outcome.Admitted _ -> new TieredAdmission(counters, entry, left);
            case Counters.Outcome.Crowded _ ->
                    throw Refusal.crowded(tier.name(), tier.concurrentTurns()).limits(left);
            case Counters.Outcome.Spent(int claim, _) ->
                    throw refused(tier, entry.keys(), claim, Refusal.of(left, expected), now)
                            .limits(left);
        };
    }

    @Override
    public List<RateLimit> state(long accountId) {
        Tier tier = tiers.apply(accountId);
        if (tier.unlimited()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Counters.Key> keys = keys(tier, accountId, now);
        return shown(tier, keys, counters.standing(accountId, keys), now);
    }

    @Override
    public String tier(long accountId) {
        return tiers.apply(accountId).name();
    }

    private static List<Counters.Key> keys(Tier tier, long accountId, Instant now) {
        return tier.quotas().entrySet().stream()
                .map(limit ->
                        new Counters.Key(
                                accountId,
                                limit.getKey(),
                                limit.getValue(),
                                limit.getKey().period().at(now)))
                .toList();
    }

    private static List<Counters.Claim> claims(
            Tier tier, long accountId, Expected expected, Instant now) {
        // What needs more than a whole window has to itself gets the whole window.
        return keys(tier, accountId, now).stream()
                .map(key ->
                        new Counters.Claim(key, Math.min(key.quota(), key.measure().of(expected))))
                .toList();
    }

    /// The refusal names the limit that takes longest to come back: waiting for another would be in
    /// vain.
    private static AppException refused(
            Tier tier, List<Counters.Key> keys, int first, List<RateLimit> spent, Instant now) {
        List<String> names = spent.stream().map(RateLimit::name).toList();
        Counters.Key longest = keys.get(first);
        for (Counters.Key key : keys) {
            if (names.contains(key.measure().title())
                    && key.window().end().isAfter(longest.window().end())) {
                longest = key;
            }
        }
        return Refusal.spent(
                tier.name(), longest.measure(), longest.quota(), longest.window(), now);
    }

    private static List<RateLimit> shown(
            Tier tier, List<Counters.Key> keys, Counters.Standing standing, Instant now) {
        List<RateLimit> limits = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Counters.Key key = keys.get(i);
            Measure measure = key.measure();
            limits.add(
                    new RateLimit(
                            measure.title(),
                            measure.unit(),
                            measure.shown(key.quota()),
                            measure.shown(Math.max(0, standing.left().get(i))),
                            key.window().length(),
                            key.window().rest(now)));
        }
        if (tier.concurrentTurns() > 0) {
            limits.add(places(tier, standing.underWay()));
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
}
