package parley.storage.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that are there after power loss too.
public final class DurableFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private DurableFile() {}

    /// Makes an empty file that only its owner may read.
    ///
    /// @throws FileAlreadyExistsException if it is there
    public static void create(Path file) throws IOException {
        Files.createFile(file, ownerOnly());
        syncDirectoryOf(file);
    }

    /// Gives a file a second name; makes a copy where the file system knows no links. Never
    /// replaces anything.
    ///
    /// @throws FileAlreadyExistsException if there is a file of this name
    public static void link(Path name, Path existing) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(existing, name);
            sync(name);
        }
    }

    /// Returns when the file's bytes are on the disk.
    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Returns when the names in the file's directory are on the disk.
    public static void syncDirectoryOf(Path file) throws IOException {
        // Windows cannot open a directory, and needs no sync of it.
        if (POSIX) {
            Path directory = file.toAbsolutePath().getParent();
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
