package parley.storage.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Failures;
import parley.storage.database.Pending;
import parley.storage.database.Session;
import parley.storage.database.Work;

/// The one thread that writes. It takes all works that wait, runs them in one transaction and
/// commits once: while a commit is synced to the disk the next group gathers by itself, so many
/// writers share one sync and a lone one waits for nobody.
///
/// When a work of a group fails, everything is rolled back and each runs in a transaction of its
/// own, so that only the failing one fails.
final class GroupWriter implements AutoCloseable {
    /// Works that may wait; some tenths of a second's work.
    static final int CAPACITY = 4096;

    private static final int LARGEST_GROUP = 256;

    private final SqliteFile file;
    private final BlockingQueue<Pending<?>> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong commits = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable AppException trouble;
    private @Nullable Session session;

    /// @param session the writing connection, from now on this thread's own
    GroupWriter(SqliteFile file, Session session) {
        this.file = file;
        this.session = session;
        this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::run);
    }

    <T> T write(Work<T> work) {
        Pending<T> pending = new Pending<>(work);
        if (closed) {
            throw Failures.closed();
        }
        if (!waiting.offer(pending)) {
            throw Failures.busy(null);
        }
        // The thread may have ended between the two looks; then nobody else takes the work.
        if (closed && waiting.remove(pending)) {
            throw Failures.closed();
        }
        return pending.await();
    }

    /// How many transactions were committed.
    long commits() {
        return commits.get();
    }

    /// How many works wait for the thread.
    int waiting() {
        return waiting.size();
    }

    /// Why nothing could be stored when it was last tried; null if it could.
    @Nullable AppException trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            gather(group);
            commit(group);
            group.clear();
        }
        discardSession();
    }

    private void gather(List<Pending<?>> group) {
        try {
            if (!closed) {
                group.add(waiting.take());
            }
        } catch (InterruptedException e) {
            // close() asks to end; what waits is still done.
        }
        waiting.drainTo(group, LARGEST_GROUP - group.size());
    }

    private void commit(List<Pending<?>> works) {
        if (works.isEmpty()) {
            return;
        }
        try {
            commit(works, begin());
        } catch (SQLException e) {
            trouble = SqliteFailures.translate(e);
            works.forEach(work -> work.fail(SqliteFailures.translate(e)));
        } catch (RuntimeException | Error e) {
            works.forEach(work -> work.fail(e));
        }
    }

    private Session begin() throws SQLException {
        try {
            Session current = session;
            if (current == null) {
                current = file.openForWriting();
                session = current;
            }
            current.update("BEGIN IMMEDIATE");
            return current;
        } catch (SQLException e) {
            discardUnlessSound(e);
            throw e;
        }
    }

    private void commit(List<Pending<?>> works, Session current) throws SQLException {
        for (Pending<?> work : works) {
            try {
                work.run(current);
            } catch (SQLException | RuntimeException | Error e) {
                rollback(current);
                failOrSeparate(works, e);
                return;
            }
        }
        try {
            current.update("COMMIT");
        } catch (SQLException e) {
            rollback(current);
            discardUnlessSound(e);
            throw e;
        }
        commits.incrementAndGet();
        trouble = null;
        works.forEach(Pending::succeed);
    }

    private void failOrSeparate(List<Pending<?>> works, Throwable failure) {
        if (works.size() > 1) {
            works.forEach(work -> commit(List.of(work)));
            return;
        }
        if (failure instanceof SQLException known) {
            discardUnlessSound(known);
            AppException shown = SqliteFailures.translate(known);
            if (shown.code() != ErrorCode.INTERNAL) {
                trouble = shown;
            }
            works.getFirst().fail(shown);
            return;
        }
        works.getFirst().fail(failure);
    }

    private void rollback(Session current) {
        try {
            current.update("ROLLBACK");
        } catch (SQLException e) {
            // After some failures SQLite has rolled back by itself and says so with SQLITE_ERROR.
            discardUnlessSound(e);
        }
    }

    private void discardUnlessSound(SQLException failure) {
        if (!SqliteFailures.leavesConnectionSound(failure)) {
            discardSession();
        }
    }

    private void discardSession() {
        Session current = session;
        session = null;
        try {
            if (current != null) {
                current.close();
            }
        } catch (SQLException e) {
            System.getLogger(GroupWriter.class.getName())
                    .log(System.Logger.Level.WARNING, "A connection could not be closed.", e);
        }
    }
}
