package parley.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// Stores entries in groups, on a thread of its own: each gathers for a moment, since a commit
/// costs as much as the answer it is about. What was added is stored within a tenth of a second
/// where the store is quick, at once for whoever asks what was used, and is tried again for as long
/// as the store is away; only a process that is killed loses what waited. Safe for use by many
/// threads.
public final class GroupedLedger implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupedLedger.class);

    static final int CAPACITY = 4096;
    private static final int LARGEST_GROUP = 512;
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// How often storing is tried once the server is stopping.
    private static final int LAST_TRIES = 10;

    private final LedgerStore store;
    private final BlockingQueue<Step> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Has a permit when the next group is not to gather any longer.
    private final Semaphore hurry = new Semaphore(0);

    private final Thread thread;

    public GroupedLedger(LedgerStore store) {
        this.store = store;
        this.thread = Thread.ofVirtual().name("ledger").start(this::run);
    }

    private sealed interface Step {
        record Entry(LedgerEntry entry) implements Step {}

        /// Everything before it is stored when the latch opens.
        record Mark(CountDownLatch reached) implements Step {}
    }

    /// Waits only while thousands of entries wait already.
    @Override
    public void add(LedgerEntry entry) {
        put(new Step.Entry(entry));
        if (waiting.size() == LARGEST_GROUP) {
            hurry.release();
        }
    }

    /// What an account used, with all that was added before, see [LedgerStore#usage].
    public List<ModelDay> usage(long accountId, Instant from, Instant to) {
        flush();
        return store.usage(accountId, from, to);
    }

    /// What an account used since a moment, with all that was added before.
    public LedgerStore.Totals since(long accountId, Instant from) {
        flush();
        return store.since(accountId, from);
    }

    /// Waits until what was added is stored; not for ever, if the store is away.
    void flush() {
        if (waiting.isEmpty() && closing.getCount() == 0) {
            return;
        }
        Step.Mark mark = new Step.Mark(new CountDownLatch(1));
        try {
            boolean accepted = waiting.offer(mark, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            hurry.release();
            if (accepted && !mark.reached().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The ledger is behind: the database does not take its entries.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stores what waits, then ends. The store must still be open.
    @Override
    public void close() {
        closing.countDown();
        put(new Step.Mark(new CountDownLatch(1)));
        hurry.release();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Step step) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(step);
                break;
            } catch (InterruptedException e) {
                // The entry of an answer that was stopped counts like any other.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Step> group = new ArrayList<>();
        try {
            while (closing.getCount() > 0 || !waiting.isEmpty()) {
                group.add(waiting.take());
                boolean _ = hurry.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
                hurry.drainPermits();
                waiting.drainTo(group, LARGEST_GROUP);
                store(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger was interrupted; what waited is not stored.");
        }
    }

    private void store(List<Step> group) throws InterruptedException {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Step step : group) {
            if (step instanceof Step.Entry(LedgerEntry entry)) {
                entries.add(entry);
            }
        }
        if (!entries.isEmpty()) {
            storeInTheEnd(entries);
        }
        for (Step step : group) {
            if (step instanceof Step.Mark(CountDownLatch reached)) {
                reached.countDown();
            }
        }
    }

    private void storeInTheEnd(List<LedgerEntry> entries) throws InterruptedException {
        int triesLeft = LAST_TRIES;
        boolean said = false;
        while (true) {
            try {
                store.add(entries);
                return;
            } catch (AppException e) {
                if (!said) {
                    LOG.warn("{} entries of the ledger wait: {}", entries.size(), e.sentence());
                    said = true;
                }
            }
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && --triesLeft == 0) {
                LOG.error("{} entries of the ledger could not be stored.", entries.size());
                return;
            }
            if (closing.getCount() == 0) {
                Thread.sleep(PAUSE);
            }
        }
    }
}
