package parley.storage.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;
import parley.error.AppException;
import parley.storage.database.DurableFile;
import parley.storage.database.Failures;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// A database file and how to connect to it.
///
/// Nothing but SQLite may open the file while there are connections: closing any other handle would
/// drop the locks of the whole process (POSIX).
///
/// @param patience how long to wait for another process that writes
record SqliteFile(Path path, Duration patience) {
    /// Survives power loss: every commit is synced, on macOS down to the platter. Larger logs than
    /// the default make checkpoints rarer; a log that grew under a long read shrinks again.
    private static final String WRITING =
            """
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA foreign_keys = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -16000;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            """;

    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final String READING =
            """
            PRAGMA query_only = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -4000;
            """;

    /// Makes an empty file that only its owner may read, if there is none.
    void create() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            DurableFile.create(path);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw Failures.unusable(
                    "The database file %s cannot be made in the home. Check its permissions."
                            .formatted(name()),
                    e);
        }
    }

    Session openForWriting() throws SQLException {
        return open(WRITING);
    }

    Session openForReading() throws SQLException {
        return open(READING);
    }

    Session openForCopying() throws SQLException {
        return open("PRAGMA cache_size = -8000");
    }

    /// Makes the file one with a write-ahead log, if it is not yet.
    void useWriteAheadLog(Session session) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                checkMode(session.one("PRAGMA journal_mode = WAL", Row::text));
                return;
            } catch (SQLException e) {
                // For this change SQLite itself does not wait until others are done.
                if (!SqliteFailures.isBusy(e) || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void checkMode(String mode) {
        if (!mode.equals("wal")) {
            throw Failures.unusable(
                    "The home is on a file system that SQLite cannot share between connections."
                            + " Choose a home on a local disk.",
                    null);
        }
    }

    private Session open(String pragmas) throws SQLException {
        String url = JDBC.PREFIX + path.toAbsolutePath().toUri();
        Connection connection = JDBC.createConnection(url, new Properties());
        Session session = new Session(connection);
        try {
            FoldFunction.add(connection);
            session.script("PRAGMA busy_timeout = " + patience.toMillis());
            session.script(pragmas);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /// A failure to open, which is told to whoever starts the program.
    AppException unusable(SQLException cause) {
        return Failures.unusable(
                "The database file %s %s".formatted(name(), SqliteFailures.reason(cause)), cause);
    }
}
