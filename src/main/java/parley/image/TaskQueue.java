package parley.image;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Tasks that wait, and those in work, each on a thread of its own. Accounts take turns; a task
/// that is too large for the memory that is free waits until it is not, and so do those behind it:
/// else small ones would keep it waiting for ever. Safe for use by many threads.
final class TaskQueue {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final double WEIGHT_OF_NEWEST = 0.2;

    private final Bounds bounds;
    private final Consumer<ActiveTask> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    /// The accounts whose tasks wait, the one whose turn it is first.
    private final Map<Long, Deque<ActiveTask>> waiting = new LinkedHashMap<>();

    /// How many places are taken, by tasks that wait and by those that are about to.
    private final Map<Long, Integer> places = new HashMap<>();

    private final Set<ActiveTask> running = new HashSet<>();
    private int taken;
    private int megapixels;
    private double meanSeconds = 2;
    private boolean closed;

    /// @param parallel how many tasks are in work at once
    /// @param megapixels how much is in work at once; what is larger is in work alone
    /// @param waiting how many may wait
    /// @param waitingOfAccount how many of them may be one account's
    record Bounds(int parallel, int megapixels, int waiting, int waitingOfAccount) {}

    /// @param work does a task, on the calling thread
    TaskQueue(Bounds bounds, Consumer<ActiveTask> work) {
        this.bounds = bounds;
        this.work = work;
    }

    /// A place among those that wait; closing it gives it back, unless a task has taken it.
    final class Place implements AutoCloseable {
        private final long accountId;
        private boolean used;

        private Place(long accountId) {
            this.accountId = accountId;
        }

        void take(ActiveTask task) {
            used = true;
            locked(() -> enqueue(task));
        }

        @Override
        public void close() {
            if (!used) {
                used = true;
                locked(() -> leave(accountId));
            }
        }
    }

    /// @throws AppException (429) with a time to wait, if too many wait; (503) the server stops
    Place reserve(long accountId) {
        lock.lock();
        try {
            if (closed) {
                throw new AppException(ErrorCode.UNAVAILABLE, "The server is stopping.")
                        .retryAfter(Duration.ofSeconds(5));
            }
            int own = places.getOrDefault(accountId, 0);
            if (own >= bounds.waitingOfAccount()) {
                throw crowded("%d tasks on pictures of this account wait already".formatted(own));
            }
            if (taken >= bounds.waiting()) {
                throw crowded("%d tasks on pictures wait already".formatted(taken));
            }
            places.put(accountId, own + 1);
            taken++;
            return new Place(accountId);
        } finally {
            lock.unlock();
        }
    }

    private AppException crowded(String what) {
        long seconds = (long) Math.ceil(meanSeconds * taken / bounds.parallel());
        Duration wait = Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT.toSeconds()));
        return new AppException(
                        ErrorCode.RATE_LIMITED,
                        "%s. Try again in about %d seconds.".formatted(what, wait.toSeconds()))
                .retryAfter(wait);
    }

    /// Adds a task that was accepted before, however many wait.
    void readmit(ActiveTask task) {
        locked(() -> {
            places.merge(task.stored().accountId(), 1, Integer::sum);
            taken++;
            enqueue(task);
        });
    }

    /// Takes a task out that still waits.
    ///
    /// @return whether it did
    boolean remove(ActiveTask task) {
        lock.lock();
        try {
            long accountId = task.stored().accountId();
            Deque<ActiveTask> own = waiting.get(accountId);
            if (own == null || !own.remove(task)) {
                return false;
            }
            if (own.isEmpty()) {
                waiting.remove(accountId);
            }
            leave(accountId);
            startNext();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Starts nothing more, and interrupts what is in work.
    ///
    /// @return what waited
    List<ActiveTask> close(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            List<ActiveTask> left = waiting.values().stream().flatMap(Deque::stream).toList();
            waiting.clear();
            running.forEach(ActiveTask::stop);
            long nanos = patience.toNanos();
            while (!running.isEmpty() && nanos > 0) {
                nanos = ended.awaitNanos(nanos);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(ActiveTask task) {
        if (closed) {
            task.end();
            return;
        }
        waiting.computeIfAbsent(task.stored().accountId(), _ -> new ArrayDeque<>()).add(task);
        startNext();
    }

    private void startNext() {
        while (!closed && running.size() < bounds.parallel()) {
            @Nullable ActiveTask next = next();
            if (next == null) {
                return;
            }
            running.add(next);
            megapixels += need(next);
            Thread.ofPlatform().daemon().name("image-" + next.stored().id()).start(() -> run(next));
        }
    }

    /// The first task of the account whose turn it is, if there is room for it.
    private @Nullable ActiveTask next() {
        if (waiting.isEmpty()) {
            return null;
        }
        long accountId = waiting.keySet().iterator().next();
        Deque<ActiveTask> own = waiting.get(accountId);
        if (own == null || megapixels + need(own.getFirst()) > bounds.megapixels()) {
            return null;
        }
        ActiveTask next = own.removeFirst();
        waiting.remove(accountId);
        if (!own.isEmpty()) {
            // Behind all others.
            waiting.put(accountId, own);
        }
        leave(accountId);
        return next;
    }

    private int need(ActiveTask task) {
        return Math.min(task.megapixels(), bounds.megapixels());
    }

    private void leave(long accountId) {
        taken--;
        places.computeIfPresent(accountId, (_, count) -> count == 1 ? null : count - 1);
    }

    private void run(ActiveTask task) {
        long began = System.nanoTime();
        try {
            work.accept(task);
        } finally {
            double seconds = (System.nanoTime() - began) / 1e9;
            locked(() -> {
                meanSeconds += WEIGHT_OF_NEWEST * (seconds - meanSeconds);
                running.remove(task);
                megapixels -= need(task);
                ended.signalAll();
                startNext();
            });
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
