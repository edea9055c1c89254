package parley.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Database;
import parley.storage.database.DurableFile;

/// Writes everything into one file, which is there whole or not at all.
final class Backup {
    private Backup() {}

    /// @throws AppException if the file exists, or cannot be written
    static void write(Database database, Path file) {
        Path part = file.resolveSibling(".%s.part".formatted(file.getFileName()));
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.deleteIfExists(part);
            DurableFile.create(part);
            try {
                database.copyTo(part);
                DurableFile.sync(part);
                // Unlike a move, a link never replaces a file that came in the meantime.
                DurableFile.link(file, part);
            } finally {
                Files.deleteIfExists(part);
            }
            DurableFile.syncDirectoryOf(file);
        } catch (FileAlreadyExistsException e) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "The file %s exists already. Name another one.".formatted(file.getFileName()),
                    e);
        } catch (IOException e) {
            throw unwritable(file, e);
        } catch (AppException e) {
            throw e.code() == ErrorCode.STORAGE_FULL ? unwritable(file, e) : e;
        }
    }

    private static AppException unwritable(Path file, Exception cause) {
        return new AppException(
                ErrorCode.STORAGE_FULL,
                "The backup %s cannot be written. Is the folder there, and is there room on the disk?"
                        .formatted(file.getFileName()),
                cause);
    }
}
