package parley.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import parley.storage.database.DurableFile;
import parley.storage.sqlite.SqliteDatabase;

/// An SQLite file that nobody uses, with the files that SQLite may have left beside it.
record DatabaseFile(Path path) {
    private static final String LOG = "-wal";
    private static final List<String> BESIDE = List.of(LOG, "-shm");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    boolean exists() {
        return Files.exists(path);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
        for (String suffix : BESIDE) {
            Files.deleteIfExists(beside(path, suffix));
        }
    }

    /// Takes the place of a file that may be there. At every moment one of the two is in the place,
    /// whole.
    ///
    /// @return the name under which the former one is kept
    Optional<Path> replace(DatabaseFile former, InstantSource clock) throws IOException {
        DurableFile.sync(path);
        Optional<Path> kept = Optional.empty();
        if (former.exists()) {
            kept = Optional.of(former.keepAside(TIME.format(clock.instant())));
        }
        Files.move(path, former.path, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.syncDirectoryOf(former.path);
        return kept;
    }

    /// Gives the file and its log second names, and takes the log away from the first, where SQLite
    /// would take it for the log of the next file. Before that the log is written into the file, so
    /// that even now the file is whole without it, unless it is damaged.
    private Path keepAside(String time) throws IOException {
        Path aside = path.resolveSibling("%s.replaced-%s".formatted(path.getFileName(), time));
        Path log = beside(path, LOG);
        Path logAside = beside(aside, LOG);
        DurableFile.link(aside, path);
        if (Files.exists(log)) {
            DurableFile.link(logAside, log);
        }
        DurableFile.syncDirectoryOf(path);
        SqliteDatabase.settle(path);
        if (Files.exists(logAside) && Files.size(logAside) == 0) {
            Files.delete(logAside);
        }
        for (String suffix : BESIDE) {
            Files.deleteIfExists(beside(path, suffix));
        }
        return aside;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
