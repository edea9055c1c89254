package parley.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// The limits of one of several servers.
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final SharedCounters counters;
    final Limits limits;

    private Node(SharedCounters counters, Tier tier) {
        this.counters = counters;
        this.limits = new TieredLimits(_ -> tier, counters, InstantSource.system());
    }

    static Node start(SharedStore store, Tier tier, UsageHistory history, Duration lease) {
        SharedCounters counters = new SharedCounters(store, history, InstantSource.system(), lease);
        counters.link().start();
        return new Node(counters, tier);
    }

    static Node start(SharedStore store, Tier tier) {
        return start(store, tier, (_, _) -> UsageHistory.Used.NOTHING, SharedCounters.LEASE);
    }

    void awaitShared() {
        await(() -> counters.problem().isEmpty());
    }

    void awaitAlone() {
        await(() -> counters.problem().isPresent());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        counters.close();
    }
}
