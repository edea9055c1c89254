package parley.limit;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/// Brings to the shared store what it does not know: what was used and who left while it was away,
/// and which answers are under way still.
final class SharedUpkeep implements SharedLink.Upkeep {
    /// More than this many places are left to their leases' end.
    private static final int MOST_LEFT = 10_000;

    private record Left(long accountId, String lease) {}

    private final SharedStore store;
    private final LocalCounters local;
    private final Function<Counters.Key, SharedStore.Level> level;
    private final Predicate<Counters.Key> over;
    private final Duration lease;
    private final Set<Long> servedAlone = ConcurrentHashMap.newKeySet();
    private final Queue<Left> left = new ConcurrentLinkedQueue<>();
    private long heldAt;

    /// @param level where a counter shall be at least
    /// @param over whether a window has ended
    SharedUpkeep(
            SharedStore store,
            LocalCounters local,
            Function<Counters.Key, SharedStore.Level> level,
            Predicate<Counters.Key> over,
            Duration lease) {
        this.store = store;
        this.local = local;
        this.level = level;
        this.over = over;
        this.lease = lease;
    }

    /// Something was counted for the account that the store was not told.
    void servedAlone(long accountId) {
        servedAlone.add(accountId);
    }

    /// An answer ended that the store may believe to be under way.
    void left(long accountId, String name) {
        if (left.size() < MOST_LEFT) {
            left.add(new Left(accountId, name));
        }
    }

    @Override
    public void comeBack() throws SharedStoreException {
        bringLeft();
        holdAll();
        bringUsed();
    }

    @Override
    public void beat() throws SharedStoreException {
        // What was counted alone between the last look at it and the store's being used again.
        bringLeft();
        bringUsed();
        if (System.nanoTime() - heldAt > lease.dividedBy(3).toNanos()) {
            holdAll();
        }
    }

    private void bringUsed() throws SharedStoreException {
        for (long accountId : Set.copyOf(servedAlone)) {
            // Before: what is counted from now on is brought by the next round.
            servedAlone.remove(accountId);
            boolean brought = false;
            try {
                bringUsed(accountId);
                brought = true;
            } finally {
                if (!brought) {
                    servedAlone.add(accountId);
                }
            }
        }
    }

    private void bringUsed(long accountId) throws SharedStoreException {
        store.raise(
                local.keys(accountId).stream().filter(key -> !over.test(key)).map(level).toList());
    }

    private void bringLeft() throws SharedStoreException {
        for (Left first = left.peek(); first != null; first = left.peek()) {
            store.leave(first.accountId(), first.lease());
            left.remove(first);
        }
    }

    private void holdAll() throws SharedStoreException {
        for (long accountId : local.places().accounts()) {
            for (String name : local.places().of(accountId)) {
                store.hold(new SharedStore.Seat(accountId, name, 0, lease));
                if (!local.places().of(accountId).contains(name)) {
                    // It ended just now, maybe before it was held.
                    store.leave(accountId, name);
                }
            }
        }
        heldAt = System.nanoTime();
    }
}
