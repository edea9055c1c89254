package parley.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Failures;

/// Says that a server uses a home: a lock on the file `parley.lock` in it, which ends with the
/// process, however that ends.
public final class HomeLock implements AutoCloseable {
    /// The file's name in the home.
    public static final String FILE_NAME = "parley.lock";

    /// The homes this process holds. A second handle on the file must not even be opened: closing
    /// it would drop the lock of the first (POSIX).
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileLock lock;

    private HomeLock(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /// Takes the home.
    ///
    /// @throws AppException if a server has it
    public static HomeLock acquire(Path home) {
        try {
            Files.createDirectories(home);
            Path real = home.toRealPath();
            if (!HELD.add(real)) {
                throw taken();
            }
            @Nullable FileLock lock = null;
            try {
                lock = lock(real.resolve(FILE_NAME));
            } finally {
                if (lock == null) {
                    HELD.remove(real);
                }
            }
            if (lock == null) {
                throw taken();
            }
            return new HomeLock(real, lock);
        } catch (IOException e) {
            throw Failures.unusable(
                    "The home cannot be written to. Check its permissions, or name another in"
                            + " PARLEY_HOME.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            System.getLogger(HomeLock.class.getName())
                    .log(System.Logger.Level.WARNING, "The lock file could not be closed.", e);
        } finally {
            HELD.remove(home);
        }
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static AppException taken() {
        return new AppException(
                ErrorCode.CONFLICT,
                "A Parley server is using this home. Stop it first, or name another home in"
                        + " PARLEY_HOME.");
    }
}
