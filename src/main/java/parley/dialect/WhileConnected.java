package parley.dialect;

import java.util.concurrent.locks.ReentrantLock;
import parley.http.ClientGoneException;
import parley.http.Exchange;

/// Work that is done for a client that waits for it, and given up when the client goes away.
public final class WhileConnected {
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread = Thread.currentThread();
    private boolean gone;
    private boolean over;

    private WhileConnected() {}

    /// What is done on the thread of the request.
    @FunctionalInterface
    public interface Work<T> {
        T perform() throws InterruptedException;
    }

    /// Does the work on this thread, and interrupts it if the client goes away.
    ///
    /// @throws ClientGoneException if that happened before the work was done
    public static <T> T perform(Exchange exchange, Work<T> work) throws InterruptedException {
        WhileConnected connection = new WhileConnected();
        exchange.onDisconnect(connection::clientGone);
        try {
            return work.perform();
        } catch (InterruptedException e) {
            if (connection.end()) {
                throw new ClientGoneException();
            }
            throw e;
        } finally {
            connection.end();
        }
    }

    private void clientGone() {
        lock.lock();
        try {
            if (!over) {
                gone = true;
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /// From now on nobody is interrupted, and nothing of an interruption is left.
    ///
    /// @return whether the client went away before
    private boolean end() {
        lock.lock();
        try {
            if (!over && gone) {
                Thread.interrupted();
            }
            over = true;
            return gone;
        } finally {
            lock.unlock();
        }
    }
}
