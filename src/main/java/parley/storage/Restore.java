package parley.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.archive.Archive;
import parley.storage.archive.ArchiveWriter;
import parley.storage.database.Database;
import parley.storage.database.DurableFile;
import parley.storage.database.Failures;
import parley.storage.database.Session;
import parley.storage.sqlite.SqliteDatabase;

/// Brings a backup back: either kind of backup (an SQLite file, an archive) into either kind of
/// database. It is checked first; then everything is there at once, or nothing was changed.
public final class Restore {
    private static final byte[] SQLITE_HEADER =
            "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path backup;
    private final boolean isArchive;

    private Restore(Path backup) throws IOException {
        this.backup = backup;
        this.isArchive = Archive.isArchive(backup);
        if (!isArchive && !isSqlite(backup)) {
            throw Failures.unusable(
                    "The file %s is not a backup of Parley.".formatted(backup.getFileName()), null);
        }
    }

    /// Restores into the database that the settings name.
    ///
    /// @param home where the embedded database is; no server may use it
    /// @param replace whether an embedded database that is there may be put aside. A PostgreSQL
    ///   database must be empty in any case
    /// @return the file that now holds the embedded database that was there before
    /// @throws AppException if the backup is damaged or of another version, or the place is taken
    public static Optional<Path> restore(
            Path backup,
            DatabaseSettings settings,
            Path home,
            boolean replace,
            InstantSource clock) {
        try (HomeLock _ = HomeLock.acquire(home)) {
            Restore restore = new Restore(backup);
            if (settings.isEmbedded()) {
                return restore.intoHome(home, replace, clock);
            }
            restore.intoServer(settings, home);
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw Failures.unusable(
                    "The backup %s cannot be restored. Is it readable, and is there room on the disk?"
                            .formatted(backup.getFileName()),
                    e);
        }
    }

    private Optional<Path> intoHome(Path home, boolean replace, InstantSource clock)
            throws IOException {
        DatabaseFile present = new DatabaseFile(home.resolve(SqliteDatabase.FILE_NAME));
        if (present.exists() && !replace) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "The home has a database already. Say that it is to be replaced; it will be"
                            + " put aside.");
        }
        DatabaseFile part = new DatabaseFile(home.resolve(".restoring.db"));
        part.delete();
        DurableFile.create(part.path());
        try {
            if (isArchive) {
                load(SqliteDatabase.open(part.path()), Archive.verified(backup));
            } else {
                copyTo(part.path());
            }
            return part.replace(present, clock);
        } finally {
            part.delete();
        }
    }

    private void intoServer(DatabaseSettings settings, Path home) throws IOException {
        Path archive = Files.createTempFile(home, ".restoring", ".gz");
        try {
            if (!isArchive) {
                archiveTo(archive);
            }
            Archive verified = Archive.verified(isArchive ? backup : archive);
            load(OpenStores.openDatabase(settings, home), verified);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /// Makes an archive of a backup that is an SQLite file.
    private void archiveTo(Path archive) throws IOException {
        DatabaseFile copy = new DatabaseFile(archive.resolveSibling(".restoring.db"));
        copy.delete();
        DurableFile.create(copy.path());
        try {
            copyTo(copy.path());
            try (Database database = SqliteDatabase.open(copy.path())) {
                database.read(session -> archive(session, database, archive));
            }
        } finally {
            copy.delete();
        }
    }

    private static Path archive(Session session, Database database, Path archive)
            throws SQLException {
        try {
            ArchiveWriter.write(session, database.identities(), archive);
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Database empty, Archive archive) {
        try (Database database = empty) {
            database.write(session -> archive.load(session, database.identities()));
        }
    }

    /// Copies first and checks the copy: opening the original might leave files beside it.
    private void copyTo(Path copy) throws IOException {
        Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
        try {
            SqliteDatabase.verify(copy);
        } catch (AppException e) {
            throw Failures.unusable(
                    "The backup %s cannot be used: %s"
                            .formatted(backup.getFileName(), e.sentence()),
                    e);
        }
    }

    private static boolean isSqlite(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE_HEADER.length), SQLITE_HEADER);
        }
    }
}
