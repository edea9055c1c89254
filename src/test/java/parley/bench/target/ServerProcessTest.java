package parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bench.load.Call;
import parley.bench.load.RequestBytes;
import parley.error.AppException;

/// A launcher of the test's own stands in for the real one.
final class ServerProcessTest {
    private static final byte[] READY = RequestBytes.get("/ready", Optional.empty());

    @TempDir private Path temporary = Path.of("");

    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void clean() {
        cleanup.close();
    }

    @Test
    void aServerIsStartedLikeAUserStartsIt() throws Exception {
        ServerOptions options =
                ServerOptions.DEFAULT
                        .with("builtin.faults", "true")
                        .withJavaOption("-XX:AOTMode=off");
        try (ServerHome home = ServerHome.create(temporary, cleanup);
                ServerProcess server =
                        ServerProcess.start(fakeServer(), home, options, cleanup).awaitReady()) {
            String told = Call.send(server.address(), READY).text();
            assertThat(told)
                    .isEqualTo(
                            """
                            serve --port %d --set builtin.faults=true
                            options: -XX:AOTMode=off
                            key: null\
                            """
                                    .formatted(server.address().getPort()));
            assertThat(server.ownerToken()).isEqualTo("token-of-the-owner");
            assertThat(server.figures().cpuTime()).isPositive();
        }
    }

    @Test
    void aServerThatWasStoppedIsGoneAndSoIsItsHome() throws Exception {
        ServerProcess server;
        try (ServerHome home = ServerHome.create(temporary, cleanup)) {
            server = ServerProcess.start(fakeServer(), home, ServerOptions.DEFAULT, cleanup);
            server.awaitReady().close();
            assertThat(home.path()).isDirectory();
        }
        assertThatThrownBy(() -> Call.send(server.address(), READY))
                .isInstanceOf(ConnectException.class);
        try (var left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("launcher");
        }
    }

    @Test
    void aServerThatDoesNotStartIsQuoted() throws IOException {
        Launch launch = launcher("echo 'The port is taken.'; exit 3");
        try (ServerHome home = ServerHome.create(temporary, cleanup);
                ServerProcess server =
                        ServerProcess.start(launch, home, ServerOptions.DEFAULT, cleanup)) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("ended while it was starting")
                    .hasMessageContaining("The port is taken.");
        }
    }

    @Test
    void theProviderRunsInAProcessOfItsOwn() throws Exception {
        try (UpstreamProcess upstream =
                UpstreamProcess.start(new Launch(Optional.empty()), temporary, cleanup)) {
            byte[] models = RequestBytes.get("/v1/models", Optional.empty());
            assertThat(Call.send(upstream.address(), models).isGood()).isTrue();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aBareProgramSaysItsLine() {
        try (BareProcess bare = BareProcess.start(new Launch(Optional.empty()), cleanup)) {
            assertThat(bare.untilFirstLine()).isPositive();
        }
    }

    private Launch fakeServer() throws IOException {
        List<String> command =
                new Launch(Optional.empty()).java(List.of(), FakeServer.class.getName());
        String quoted = String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        return launcher("exec " + quoted + " \"$@\"");
    }

    private Launch launcher(String script) throws IOException {
        Path file = temporary.resolve("launcher");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Launch(Optional.of(file.toString()));
    }
}
