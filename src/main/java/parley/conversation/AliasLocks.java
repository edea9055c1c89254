package parley.conversation;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Makes the first messages under a new name come one after another.
final class AliasLocks {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    AliasLocks() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /// Ends the holding.
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    Held hold(long accountId, String alias) throws InterruptedException {
        ReentrantLock lock = locks[Math.floorMod(Objects.hash(accountId, alias), STRIPES)];
        lock.lockInterruptibly();
        return lock::unlock;
    }
}
