package parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Usage;

class GroupedLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void everythingThatWasAddedIsStoredOnce() {
        MemoryStore store = new MemoryStore();
        try (GroupedLedger ledger = new GroupedLedger(store);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10_000; i++) {
                long tokens = i;
                threads.execute(() -> ledger.add(entry(tokens)));
            }
        }
        assertThat(store.stored()).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void manyEntriesShareACommit() throws InterruptedException {
        MemoryStore store = new MemoryStore();
        store.hold();
        try (GroupedLedger ledger = new GroupedLedger(store)) {
            ledger.add(entry(0));
            store.awaitBegun();
            for (int i = 1; i <= 300; i++) {
                ledger.add(entry(i));
            }
            store.release();
        }
        assertThat(store.stored()).hasSize(301);
        assertThat(store.groups).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() {
        MemoryStore store = new MemoryStore();
        store.failures.set(2);
        try (GroupedLedger ledger = new GroupedLedger(store)) {
            ledger.add(entry(1));
        }
        assertThat(store.stored()).containsExactly(entry(1));
    }

    @Test
    void whoAsksSeesWhatWasAddedBefore() {
        MemoryStore store = new MemoryStore();
        try (GroupedLedger ledger = new GroupedLedger(store)) {
            for (int i = 0; i < 100; i++) {
                ledger.add(entry(i));
                assertThat(ledger.since(1, NOW).requests()).isEqualTo(i + 1);
            }
        }
    }

    private static LedgerEntry entry(long tokens) {
        return new LedgerEntry(
                new UUID(0, tokens),
                1,
                "openai",
                "builtin/parley",
                OptionalLong.empty(),
                Usage.exact(tokens, 1),
                OptionalLong.empty(),
                0,
                "complete",
                1,
                Duration.ofMillis(5),
                NOW);
    }

    /// A store in memory, that can be held up and made to fail.
    private static final class MemoryStore implements LedgerStore {
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger groups = new AtomicInteger();
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch released = new CountDownLatch(0);

        void hold() {
            released = new CountDownLatch(1);
        }

        void release() {
            released.countDown();
        }

        void awaitBegun() throws InterruptedException {
            begun.await();
        }

        @Override
        public synchronized Slice entries(long accountId, long after, int limit) {
            int from = (int) Math.min(after, entries.size());
            int to = Math.min(from + limit, entries.size());
            return new Slice(entries.subList(from, to), to);
        }

        synchronized List<LedgerEntry> stored() {
            return List.copyOf(entries);
        }

        @Override
        public void add(List<LedgerEntry> added) {
            begun.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new AppException(ErrorCode.UNAVAILABLE, "The database has too much to do.");
            }
            groups.incrementAndGet();
            synchronized (this) {
                entries.addAll(added);
            }
        }

        @Override
        public List<ModelDay> usage(long accountId, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public synchronized Totals since(long accountId, Instant from) {
            return new Totals(entries.size(), 0, 0, 0);
        }
    }
}
