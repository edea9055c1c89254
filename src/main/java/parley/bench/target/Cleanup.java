package parley.bench.target;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Processes and folders that must not outlive the program, however it ends: by itself, by a
/// failure, or by Ctrl-C.
public final class Cleanup implements AutoCloseable {
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::clear, "bench-cleanup");

    public Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Takes charge of a process and of those it starts.
    void take(Process process) {
        processes.add(process);
    }

    /// Takes charge of a folder and of what will be in it.
    void take(Path folder) {
        folders.add(folder);
    }

    /// Kills the process and those it started, unless they have ended.
    void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        processes.remove(process);
    }

    /// Deletes the folder with all that is in it.
    void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
            folders.remove(folder);
        } catch (IOException e) {
            // Stays in charge: the next attempt is made when the program ends.
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, and finds nothing to do.
        }
    }

    private void clear() {
        processes.forEach(this::end);
        folders.forEach(this::delete);
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        // A process that ends may delete its own files meanwhile.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
