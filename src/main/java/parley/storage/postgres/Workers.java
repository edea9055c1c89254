package parley.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import parley.storage.database.Failures;
import parley.storage.database.Pending;
import parley.storage.database.Session;
import parley.storage.database.Work;

/// The threads that talk to PostgreSQL, one for each connection.
final class Workers implements AutoCloseable {
    private static final int CAPACITY = 4096;
    private static final int ATTEMPTS = 10;

    /// A work that waited longer for its turn is refused: the database is away or overrun.
    private static final Duration TURN_PATIENCE = Duration.ofSeconds(1);

    private final Connections connections;
    private final ThreadPoolExecutor threads;

    Workers(Connections connections, int count) {
        this.connections = connections;
        this.threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(CAPACITY),
                        Thread.ofPlatform().name("postgres-", 0).factory());
        // On a busy machine the start of a thread alone may cost a work its turn.
        threads.prestartAllCoreThreads();
    }

    <T> T read(Work<T> work) {
        return await(work, false);
    }

    <T> T write(Work<T> work) {
        return await(work, true);
    }

    @Override
    public void close() {
        threads.close();
    }

    private <T> T await(Work<T> work, boolean changes) {
        Pending<T> pending = new Pending<>(work);
        long asked = System.nanoTime();
        try {
            threads.execute(() -> handle(pending, changes, asked));
        } catch (RejectedExecutionException e) {
            throw threads.isShutdown() ? Failures.closed() : Failures.busy(e);
        }
        return pending.await();
    }

    private void handle(Pending<?> pending, boolean changes, long asked) {
        if (System.nanoTime() - asked > TURN_PATIENCE.toNanos()) {
            pending.fail(Failures.busy(null));
            return;
        }
        try {
            if (changes) {
                commit(pending);
            } else {
                read(pending);
            }
            pending.succeed();
        } catch (SQLException e) {
            pending.fail(PostgresFailures.translate(e));
        } catch (RuntimeException | Error e) {
            pending.fail(e);
        }
    }

    private void read(Pending<?> pending) throws SQLException {
        try (Session session = new Session(connections.open())) {
            pending.run(session);
        }
    }

    private void commit(Pending<?> pending) throws SQLException {
        int attempt = 1;
        while (true) {
            try {
                attempt(pending);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !PostgresFailures.isConflict(e)) {
                    throw e;
                }
                pause(attempt++);
            }
        }
    }

    private void attempt(Pending<?> pending) throws SQLException {
        Connection connection = connections.open();
        try (Session session = new Session(connection)) {
            connection.setAutoCommit(false);
            try {
                pending.run(session);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /// Lets the winner finish; at random, so that two losers do not meet again.
    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, 10 * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
