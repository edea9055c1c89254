package parley.analysis.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;

/// A database behind a driver. It has at most two connections, opened when they are needed and
/// closed when they were idle for a while.
///
/// Each query runs on a thread of its own and whoever asked waits for it no longer than the time it
/// may take, whatever the driver does. A connection on which anything failed is thrown away.
public final class JdbcDatabase implements Database {
    private static final int CONNECTIONS = 2;
    private static final long IDLE_SECONDS = 30;
    private static final int ROWS_AT_ONCE = 200;
    private static final Duration FOR_TABLES = Duration.ofSeconds(10);
    private static final Duration FOR_PROBE = Duration.ofSeconds(3);

    // How much later than the engine the watch here ends a query: the engine's words are better.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ReadOnlyEngine engine;
    private final Semaphore permits = new Semaphore(CONNECTIONS);
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    private record Idle(Connection connection, long since) {}

    /// What is done with a connection inside a transaction.
    private interface Job<T> {
        T run(Attempt attempt) throws SQLException;
    }

    /// Opens nothing yet.
    public JdbcDatabase(ReadOnlyEngine engine) {
        this.engine = engine;
    }

    @Override
    public Engine engine() {
        return engine.engine();
    }

    /// Tries for three seconds whether it can be reached.
    ///
    /// @throws AppException (400) if its account may do more than read
    public Reachability probe() throws InterruptedException {
        try {
            work(FOR_PROBE, "", _ -> true);
            return new Reachability.Reachable();
        } catch (QueryFailure e) {
            Fault reason = e.fault() == Fault.TIME_OVER ? Fault.NO_ANSWER : e.fault();
            return new Reachability.Unreachable(
                    reason, reason == e.fault() ? e.sentence() : reason.words() + ".");
        }
    }

    @Override
    public List<Table> tables() throws InterruptedException {
        try {
            return work(FOR_TABLES, "", attempt -> engine.tables(attempt.connection()));
        } catch (QueryFailure e) {
            throw e.toAppException();
        }
    }

    @Override
    public Rows run(CheckedQuery query, Caps caps) throws InterruptedException {
        // One row more than is allowed shows that there is one.
        String sql = query.sql(caps.rows() + 1L);
        try {
            return work(caps.time(), sql, attempt -> read(attempt, sql, query, caps));
        } catch (QueryFailure e) {
            throw e.toAppException();
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(each -> discard(each.connection()));
            idle.clear();
        }
    }

    private Rows read(Attempt attempt, String sql, CheckedQuery query, Caps caps)
            throws SQLException {
        long started = System.nanoTime();
        // Never Statement.execute: drivers have commands of their own there (SQLite's "backup").
        try (PreparedStatement statement = attempt.connection().prepareStatement(sql)) {
            attempt.running(statement);
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setMaxRows(caps.rows() + 1);
            int index = 1;
            for (Object value : query.parameters()) {
                statement.setObject(index++, engine.parameter(value));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return new RowReader(engine, caps).read(rows, started);
            }
        }
    }

    private <T> T work(Duration time, String sql, Job<T> job)
            throws QueryFailure, InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        if (!permits.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw QueryFailure.of(Fault.BUSY);
        }
        Attempt attempt = new Attempt();
        FutureTask<T> task = new FutureTask<>(() -> perform(attempt, deadline, sql, job));
        Thread.ofPlatform().daemon().name("data-query").start(task);
        try {
            return task.get(deadline - System.nanoTime() + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop(task, attempt);
            throw QueryFailure.of(Fault.TIME_OVER);
        } catch (InterruptedException e) {
            stop(task, attempt);
            throw e;
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static QueryFailure rethrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case QueryFailure known -> known;
            case AppException refused -> throw refused;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private static void stop(FutureTask<?> task, Attempt attempt) {
        task.cancel(true);
        // Cancelling can wait for the network; nobody waits for it.
        Thread.ofVirtual().start(attempt::abort);
    }

    private <T> T perform(Attempt attempt, long deadline, String sql, Job<T> job)
            throws QueryFailure {
        try {
            Connection connection = take();
            attempt.working(connection);
            T result;
            try {
                engine.begin(connection, remaining(deadline));
                result = job.run(attempt);
                connection.rollback();
            } catch (SQLException | RuntimeException e) {
                discard(connection);
                throw e;
            }
            giveBack(connection);
            return result;
        } catch (SQLException e) {
            throw QueryFailure.of(engine, e, sql);
        } finally {
            permits.release();
        }
    }

    private static Duration remaining(long deadline) {
        return Duration.ofNanos(Math.max(100_000_000, deadline - System.nanoTime()));
    }

    private Connection take() throws SQLException {
        synchronized (idle) {
            Idle last = idle.pollLast();
            if (last != null) {
                return last.connection();
            }
        }
        return engine.connect();
    }

    private void giveBack(Connection connection) {
        synchronized (idle) {
            if (closed || Thread.currentThread().isInterrupted()) {
                discard(connection);
                return;
            }
            idle.addLast(new Idle(connection, System.nanoTime()));
        }
        CompletableFuture.delayedExecutor(
                        IDLE_SECONDS, TimeUnit.SECONDS, task -> Thread.ofVirtual().start(task))
                .execute(this::closeIdle);
    }

    private void closeIdle() {
        long since = System.nanoTime() - TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        synchronized (idle) {
            idle.removeIf(each -> {
                boolean old = each.since() - since <= 0;
                if (old) {
                    discard(each.connection());
                }
                return old;
            });
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is thrown away because it is broken.
        }
    }

    /// What a query holds while it runs, so that another thread can end it.
    private static final class Attempt {
        private @Nullable Connection connection;
        private @Nullable PreparedStatement statement;

        synchronized void working(Connection with) {
            connection = with;
        }

        synchronized void running(PreparedStatement with) {
            statement = with;
        }

        synchronized Connection connection() {
            Connection open = connection;
            if (open == null) {
                throw new IllegalStateException("The connection is not open yet");
            }
            return open;
        }

        void abort() {
            Connection open;
            PreparedStatement running;
            synchronized (this) {
                open = connection;
                running = statement;
            }
            try {
                if (running != null) {
                    running.cancel();
                }
                if (open != null) {
                    open.abort(Runnable::run);
                }
            } catch (SQLException e) {
                // It has ended meanwhile.
            }
        }
    }
}
