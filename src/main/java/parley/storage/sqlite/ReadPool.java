package parley.storage.sqlite;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import parley.storage.database.Failures;
import parley.storage.database.Session;
import parley.storage.database.Work;

/// A few connections that only read, opened when they are needed. The one used last is used next:
/// its cache is warm.
final class ReadPool implements AutoCloseable {
    private final SqliteFile file;
    private final Semaphore places;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ReadPool(SqliteFile file, int connections) {
        this.file = file;
        this.places = new Semaphore(connections);
    }

    <T> T read(Work<T> work) {
        // Reads take microseconds to milliseconds, so the wait ends soon; an interrupt is kept.
        places.acquireUninterruptibly();
        try {
            return readWith(work);
        } catch (SQLException e) {
            throw SqliteFailures.translate(e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private <T> T readWith(Work<T> work) throws SQLException {
        Session session = take();
        try {
            T value = work.run(session);
            idle.push(session);
            return value;
        } catch (SQLException e) {
            if (SqliteFailures.leavesConnectionSound(e)) {
                idle.push(session);
            } else {
                session.close();
            }
            throw e;
        } catch (RuntimeException | Error e) {
            idle.push(session);
            throw e;
        } finally {
            if (closed) {
                closeIdle();
            }
        }
    }

    private Session take() throws SQLException {
        if (closed) {
            throw Failures.closed();
        }
        @Nullable Session session = idle.poll();
        return session == null ? file.openForReading() : session;
    }

    private void closeIdle() {
        @Nullable Session session = idle.poll();
        while (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                System.getLogger(ReadPool.class.getName())
                        .log(System.Logger.Level.WARNING, "A connection could not be closed.", e);
            }
            session = idle.poll();
        }
    }
}
