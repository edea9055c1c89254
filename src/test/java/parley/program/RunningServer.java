package parley.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.dialect.WireClient;
import tools.jackson.databind.json.JsonMapper;

/// A process that serves a home, and takes requests.
final class RunningServer implements AutoCloseable {
    private final ProgramProcess process;
    private final Path home;
    private final URI url;

    /// Waits until the server takes requests.
    RunningServer(ProgramProcess process, Path home) throws InterruptedException {
        this.process = process;
        this.home = home;
        if (process.output().await("  Open").isEmpty()) {
            throw new AssertionError("The server did not start:\n" + process.errors().text());
        }
        this.url =
                URI.create(
                        JsonMapper.shared()
                                .readTree(read("server.json"))
                                .path("url")
                                .stringValue());
    }

    ProgramProcess process() {
        return process;
    }

    Path home() {
        return home;
    }

    URI url() {
        return url;
    }

    /// The token that the first start made.
    String ownerToken() {
        return read("owner.token").strip();
    }

    /// A client of the owner.
    WireClient owner() {
        return client(ownerToken());
    }

    WireClient client(String token) {
        return new WireClient(url, Optional.of(token));
    }

    /// A client that says nothing about who it is.
    WireClient stranger() {
        return new WireClient(url, Optional.empty());
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /// Stops the server as a service manager does.
    ///
    /// @return its exit code
    int stop() throws InterruptedException {
        process.terminate();
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
