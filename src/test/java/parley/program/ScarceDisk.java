package parley.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk that can be made full under a running server, and have room again.
sealed interface ScarceDisk extends AutoCloseable {
    /// A folder on it, for the home of a server.
    Path home();

    void fill(RunningServer server);

    void free(RunningServer server);

    @Override
    void close();

    /// A file system of its own where one can be mounted, else a limit that looks the same.
    static ScarceDisk small(Path folder) throws IOException {
        Path mountPoint = Files.createDirectory(folder.resolve("disk"));
        return succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mountPoint)
                ? new FileSystem(mountPoint)
                : new FileSizeLimit(mountPoint.resolve("home"));
    }

    /// A small file system, full where a file takes all the room.
    record FileSystem(Path mountPoint) implements ScarceDisk {
        @Override
        public Path home() {
            return mountPoint.resolve("home");
        }

        @Override
        public void fill(RunningServer server) {
            byte[] block = new byte[4096];
            try (OutputStream file = Files.newOutputStream(filler())) {
                while (true) {
                    file.write(block);
                }
            } catch (IOException e) {
                // That is what a full disk answers.
            }
        }

        @Override
        public void free(RunningServer server) {
            try {
                Files.delete(filler());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (!succeeds("umount", mountPoint)) {
                throw new AssertionError("It stays mounted: " + mountPoint);
            }
        }

        private Path filler() {
            return mountPoint.resolve("filler");
        }
    }

    /// A limit to the size of the server's files, which it meets as it meets a full disk. Anybody
    /// may set one.
    record FileSizeLimit(Path home) implements ScarceDisk {
        @Override
        public void fill(RunningServer server) {
            limit(server, "4096");
        }

        @Override
        public void free(RunningServer server) {
            limit(server, "unlimited");
        }

        @Override
        public void close() {
            // The limit ended with the server.
        }

        private static void limit(RunningServer server, String bytes) {
            String pid = String.valueOf(server.process().pid());
            if (!succeeds("prlimit", "--pid", pid, "--fsize=" + bytes + ":")) {
                throw new AssertionError("The limit cannot be set");
            }
        }
    }

    private static boolean succeeds(Object... command) {
        ProcessBuilder builder = new ProcessBuilder();
        for (Object word : command) {
            builder.command().add(word.toString());
        }
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
