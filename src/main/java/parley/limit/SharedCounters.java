package parley.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Counts together with other servers, and alone while the shared store is away.
///
/// A count in this process follows the shared one: it is set to what is left there with every
/// request. So when the store is lost, each server goes on from what it saw last; an account it did
/// not see begins with the ledger. Nobody is refused for the store's absence, and several servers
/// together may then admit more than a quota.
///
/// **What is used meanwhile is carried by level, not by difference.** When the store is back, the
/// counters of each account that was served meanwhile are raised to the highest of what is there,
/// what this server counted, and what the ledger says (which holds the ended answers of all
/// servers). That is right whether the store kept its memory or lost it, and may be done twice. It
/// misses what other servers have set aside for answers that are still under way, until those are
/// settled. An answer that began before the store was lost and ended while it was away counts in a
/// store that kept its memory as what was expected of it, to the end of the window.
///
/// **Answers under way** are leases in the store, held again while they run: the places of a server
/// that was killed are free after [#LEASE].
public final class SharedCounters implements Counters, MeterBinder, AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(30);

    /// A counter outlives its window by this, since the clocks of servers differ.
    private static final Duration AFTERLIFE = Duration.ofMinutes(1);

    private static final int MOST_ROUNDS = 3;

    private final SharedStore store;
    private final UsageHistory history;
    private final InstantSource clock;
    private final LocalCounters local;
    private final SharedUpkeep upkeep;
    private final SharedLink link;
    private final Duration lease;

    SharedCounters(SharedStore store, UsageHistory history, InstantSource clock, Duration lease) {
        this.store = store;
        this.history = history;
        this.clock = clock;
        this.lease = lease;
        this.local = LocalCounters.amongOthers(history, clock);
        this.upkeep = new SharedUpkeep(store, local, this::level, this::isOver, lease);
        this.link = new SharedLink(store, upkeep);
    }

    /// Begins to count. A store that is away delays it for seconds at most.
    ///
    /// @param history what all servers used
    public static SharedCounters start(
            SharedStore store, UsageHistory history, InstantSource clock) {
        SharedCounters counters = new SharedCounters(store, history, clock, LEASE);
        counters.link.start();
        return counters;
    }

    /// What is wrong with the shared store, as a sentence for everybody.
    public Optional<String> problem() {
        return link.problem();
    }

    SharedLink link() {
        return link;
    }

    @Override
    public Outcome admit(Entry entry) {
        if (link.isUp()) {
            try {
                return follow(entry, ask(entry));
            } catch (SharedStoreException e) {
                link.lost(e);
            }
        }
        upkeep.servedAlone(entry.accountId());
        return local.admit(entry);
    }

    private SharedStore.Reply ask(Entry entry) throws SharedStoreException {
        SharedStore.Seat seat =
                new SharedStore.Seat(entry.accountId(), entry.lease(), entry.places(), lease);
        Map<Key, Long> before = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            SharedStore.Reply reply = store.admit(seat, takes(entry, before));
            if (reply.verdict() != SharedStore.Verdict.BEGINNING_NEEDED) {
                return reply;
            }
            for (int i = 0; i < reply.used().size(); i++) {
                if (reply.used().get(i) == SharedStore.UNKNOWN) {
                    before.computeIfAbsent(entry.keys().get(i), this::usedBefore);
                }
            }
        }
        throw new SharedStoreException("it forgets counters at once");
    }

    private List<SharedStore.Take> takes(Entry entry, Map<Key, Long> before) {
        return entry.claims().stream()
                .map(claim ->
                        new SharedStore.Take(
                                counter(claim.key()),
                                claim.amount(),
                                claim.needed(),
                                before.getOrDefault(claim.key(), SharedStore.UNKNOWN)))
                .toList();
    }

    private Outcome follow(Entry entry, SharedStore.Reply reply) {
        Standing standing = standing(entry.keys(), reply, _ -> 0);
        for (int i = 0; i < entry.claims().size(); i++) {
            local.align(entry.keys().get(i), standing.left().get(i));
        }
        return switch (reply.verdict()) {
            case ADMITTED -> {
                if (entry.places() > 0) {
                    local.places().enter(entry.accountId(), Integer.MAX_VALUE, entry.lease());
                }
                yield new Outcome.Admitted(standing);
            }
            case CROWDED -> new Outcome.Crowded(standing);
            case SPENT -> new Outcome.Spent(reply.refused(), standing);
            case BEGINNING_NEEDED -> throw new IllegalStateException("Nothing was decided.");
        };
    }

    @Override
    public Standing standing(long accountId, List<Key> keys) {
        if (link.isUp()) {
            try {
                SharedStore.Reply reply =
                        store.look(accountId, keys.stream().map(this::counter).toList());
                return standing(keys, reply, this::usedBefore);
            } catch (SharedStoreException e) {
                link.lost(e);
            }
        }
        return local.standing(accountId, keys);
    }

    /// @param unknown how much is used where the store knows nothing
    private static Standing standing(
            List<Key> keys, SharedStore.Reply reply, ToLongFunction<Key> unknown) {
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            long used = reply.used().get(i);
            Key key = keys.get(i);
            left.add(key.quota() - (used == SharedStore.UNKNOWN ? unknown.applyAsLong(key) : used));
        }
        return new Standing(left, reply.underWay());
    }

    @Override
    public void correct(long accountId, List<Claim> differences) {
        List<Claim> current =
                differences.stream().filter(difference -> !isOver(difference.key())).toList();
        if (current.isEmpty()) {
            return;
        }
        local.correct(accountId, current);
        if (link.isUp()) {
            try {
                store.correct(
                        current.stream().map(claim -> level(claim.key(), claim.amount())).toList());
                return;
            } catch (SharedStoreException e) {
                link.lost(e);
            }
        }
        upkeep.servedAlone(accountId);
    }

    @Override
    public void leave(long accountId, String name) {
        local.leave(accountId, name);
        if (link.isUp()) {
            try {
                store.leave(accountId, name);
                return;
            } catch (SharedStoreException e) {
                link.lost(e);
            }
        }
        upkeep.left(accountId, name);
    }

    /// The most that is known to be used, without the store.
    private long usedBefore(Key key) {
        long ended = key.measure().of(history.since(key.accountId(), key.window().start()));
        return Math.max(ended, local.used(key).orElse(0));
    }

    private SharedStore.Level level(Key key) {
        return level(key, usedBefore(key));
    }

    private SharedStore.Level level(Key key, long amount) {
        return new SharedStore.Level(counter(key), amount);
    }

    private SharedStore.Counter counter(Key key) {
        String name =
                "%d:%s:%d"
                        .formatted(
                                key.accountId(),
                                key.measure().title(),
                                key.window().start().getEpochSecond());
        return new SharedStore.Counter(
                name, key.quota(), key.window().rest(clock.instant()).plus(AFTERLIFE));
    }

    private boolean isOver(Key key) {
        return !clock.instant().isBefore(key.window().end());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        link.bindTo(registry);
    }

    @Override
    public void close() {
        link.close();
    }
}
