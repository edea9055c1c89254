package parley.document;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Lets so many documents be read at once, and so many wait. Those of one account are read in the
/// order in which they came, accounts by turns: who sends a hundred does not keep others waiting
/// for a hundred. Files are brought into memory only inside.
final class ReadingRoom {
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final int mostWaiting;

    /// Who waits, by account; the account that is next comes first.
    private final Map<Long, Deque<Ticket>> queues = new LinkedHashMap<>();

    private int seats;
    private int waiting;

    ReadingRoom(int seats, int mostWaiting) {
        this.seats = seats;
        this.mostWaiting = mostWaiting;
    }

    /// What is done inside.
    @FunctionalInterface
    interface Reading<T> {
        T perform() throws InterruptedException;
    }

    private static final class Ticket {
        private final Condition called;
        private boolean isCalled;

        Ticket(Condition called) {
            this.called = called;
        }
    }

    /// @throws AppException (429) if too many wait already
    <T> T enter(long accountId, Reading<T> reading) throws InterruptedException {
        takeSeat(accountId);
        try {
            return reading.perform();
        } finally {
            giveSeatBack();
        }
    }

    /// How many wait.
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void takeSeat(long accountId) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (seats > 0) {
                seats--;
                return;
            }
            if (waiting == mostWaiting) {
                throw full();
            }
            awaitTurn(accountId);
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(long accountId) throws InterruptedException {
        Ticket ticket = new Ticket(lock.newCondition());
        queues.computeIfAbsent(accountId, _ -> new ArrayDeque<>()).add(ticket);
        waiting++;
        try {
            while (!ticket.isCalled) {
                ticket.called.await();
            }
        } catch (InterruptedException e) {
            if (ticket.isCalled) {
                callNext();
            } else {
                leaveQueue(accountId, ticket);
            }
            throw e;
        }
    }

    private void leaveQueue(long accountId, Ticket ticket) {
        waiting--;
        queues.computeIfPresent(
                accountId,
                (_, queue) -> {
                    queue.remove(ticket);
                    return queue.isEmpty() ? null : queue;
                });
    }

    private void giveSeatBack() {
        lock.lock();
        try {
            callNext();
        } finally {
            lock.unlock();
        }
    }

    /// Hands a seat to the next account's first in the queue; the account then goes behind all
    /// others.
    private void callNext() {
        Iterator<Map.Entry<Long, Deque<Ticket>>> accounts = queues.entrySet().iterator();
        if (!accounts.hasNext()) {
            seats++;
            return;
        }
        Map.Entry<Long, Deque<Ticket>> account = accounts.next();
        long accountId = account.getKey();
        Deque<Ticket> queue = account.getValue();
        accounts.remove();
        Ticket next = queue.remove();
        if (!queue.isEmpty()) {
            queues.put(accountId, queue);
        }
        waiting--;
        next.isCalled = true;
        next.called.signal();
    }

    private AppException full() {
        return new AppException(
                        ErrorCode.RATE_LIMITED,
                        "%d documents wait to be read already. Try again in a few seconds."
                                .formatted(mostWaiting))
                .retryAfter(LATER);
    }
}
