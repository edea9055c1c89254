package parley.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.storage.database.Database;
import parley.storage.database.Failures;
import parley.storage.database.Identities;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.Work;

/// One SQLite file: write-ahead log, every commit synced.
public final class SqliteDatabase implements Database {
    /// The file's name in the home.
    public static final String FILE_NAME = "parley.db";

    /// Another process, such as the command that makes tokens, may write for as long.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int READERS = 4;

    /// As much as the log takes between two checkpoints.
    private static final long ROOM_TO_WORK = 16L << 20;

    private final SqliteFile file;
    private final @Nullable Object fileKey;
    private final GroupWriter writer;
    private final ReadPool readers;

    private SqliteDatabase(SqliteFile file, Session writing) {
        this.file = file;
        this.fileKey = keyOf(file.path());
        this.writer = new GroupWriter(file, writing);
        this.readers = new ReadPool(file, READERS);
    }

    /// Opens the file, makes it if there is none, and brings its schema up to date.
    ///
    /// @throws AppException if the file is damaged, not Parley's, or a newer Parley made it; then
    ///   nothing was changed
    public static SqliteDatabase open(Path path) {
        return open(new SqliteFile(path, PATIENCE), Migration.all("sqlite"));
    }

    static SqliteDatabase open(SqliteFile file, List<Migration> migrations) {
        file.create();
        try {
            Session session = file.openForWriting();
            try {
                new SqliteSchema(migrations).bringUpToDate(session);
                file.useWriteAheadLog(session);
                return new SqliteDatabase(file, session);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            throw file.unusable(e);
        }
    }

    /// Checks a file that nobody uses, thoroughly, without changing it.
    ///
    /// @throws AppException if it is not a whole database of Parley's that this program can read
    public static void verify(Path path) {
        SqliteFile file = new SqliteFile(path, PATIENCE);
        try (Session session = file.openForReading()) {
            new SqliteSchema(Migration.all("sqlite")).checkReadable(session);
            String verdict = session.one("PRAGMA integrity_check(1)", Row::text);
            boolean dangling = session.first("PRAGMA foreign_key_check", Row::text).isPresent();
            if (!verdict.equals("ok") || dangling) {
                throw Failures.unusable("The file is damaged.", null);
            }
        } catch (SQLException e) {
            throw file.unusable(e);
        }
    }

    /// Writes what is in the log of a file that nobody uses into the file itself. Of a damaged file
    /// the log stays.
    public static void settle(Path path) {
        SqliteFile file = new SqliteFile(path, PATIENCE);
        try (Session session = file.openForWriting()) {
            session.one("PRAGMA wal_checkpoint(TRUNCATE)", Row::number);
        } catch (SQLException e) {
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "The log of the database stays.", e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public Optional<String> problem() {
        try {
            if (!Objects.equals(fileKey, keyOf(file.path()))) {
                return Optional.of(
                        "The file %s was replaced or removed under the running server."
                                .formatted(file.name()));
            }
            read(session -> session.one("PRAGMA user_version", Row::number));
            AppException trouble = writer.trouble();
            if (trouble != null && isAlmostFull(file.path())) {
                return Optional.of(trouble.sentence());
            }
            if (trouble != null) {
                write(SqliteDatabase::touch);
            }
            return Optional.empty();
        } catch (AppException e) {
            return Optional.of(e.sentence());
        }
    }

    @Override
    public String describe() {
        return "SQLite, " + file.name();
    }

    @Override
    public Identities identities() {
        return new SqliteIdentities();
    }

    /// Writes an SQLite file of the same content.
    @Override
    public void copyTo(Path copy) {
        try (Session session = file.openForCopying()) {
            session.update("VACUUM INTO ?", copy.toAbsolutePath().toString());
        } catch (SQLException e) {
            throw SqliteFailures.translate(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    /// How many transactions were committed since this was opened.
    long commits() {
        return writer.commits();
    }

    /// A commit that changes nothing and yet has to be written: finds out whether the disk takes it
    /// again.
    private static int touch(Session session) throws SQLException {
        int version = session.one("PRAGMA user_version", Row::smallNumber);
        session.script("PRAGMA user_version = " + version);
        return version;
    }

    /// On a full disk a small write may still find a place in the log. Takes no handle on the file.
    private static boolean isAlmostFull(Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace() < ROOM_TO_WORK;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Object keyOf(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
