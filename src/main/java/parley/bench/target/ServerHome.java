package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder for everything a server keeps; gone when it is closed.
public final class ServerHome implements AutoCloseable {
    private static final String TOKEN_FILE = "owner.token";

    private final Path folder;
    private final Cleanup cleanup;

    private ServerHome(Path folder, Cleanup cleanup) {
        this.folder = folder;
        this.cleanup = cleanup;
    }

    /// Makes an empty one.
    public static ServerHome create(Path parent, Cleanup cleanup) {
        return new ServerHome(UpstreamProcess.temporaryFolder(parent, cleanup), cleanup);
    }

    Path path() {
        return folder.resolve("home");
    }

    Path output() {
        return folder.resolve("server.log");
    }

    /// Whether the owner's token is there: it is written when the server is ready already.
    boolean hasOwnerToken() {
        return Files.exists(path().resolve(TOKEN_FILE));
    }

    /// The owner's token, which the server's first start in this home has written.
    String ownerToken() {
        try {
            return Files.readString(path().resolve(TOKEN_FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cleanup.delete(folder);
    }
}
