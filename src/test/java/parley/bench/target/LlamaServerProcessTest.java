package parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bench.load.Call;
import parley.bench.load.RequestBytes;
import parley.error.AppException;

/// A program of the test's own stands in for llama.cpp's server.
final class LlamaServerProcessTest {
    private static final byte[] HEALTH = RequestBytes.get("/health", Optional.empty());

    @TempDir private Path temporary = Path.of("");

    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void clean() {
        cleanup.close();
    }

    @Test
    void itLoadsTheSameFileWithAsManyThreadsAndIsGoneAfterwards() throws Exception {
        Path model = temporary.resolve("model.gguf");
        LlamaServerProcess server = LlamaServerProcess.start(standIn(), model, temporary, cleanup);
        try (server) {
            int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
            assertThat(Call.send(server.address(), HEALTH).text())
                    .isEqualTo(
                            "--model %s --host 127.0.0.1 --port %d --threads %d --ctx-size 8192"
                                    .formatted(model, server.address().getPort(), threads));
        }
        assertThatThrownBy(() -> Call.send(server.address(), HEALTH))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void oneThatCannotLoadTheModelIsQuoted() throws IOException {
        Path program = program("echo 'unknown model architecture'; exit 1");

        assertThatThrownBy(() -> LlamaServerProcess.start(program, program, temporary, cleanup))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("unknown model architecture");
    }

    private Path standIn() throws IOException {
        return program(
                "exec '%s' -cp '%s' parley.bench.target.FakeLlamaServer \"$@\""
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
    }

    private Path program(String command) throws IOException {
        Path program = temporary.resolve("llama-server");
        Files.writeString(program, "#!/bin/sh\n" + command + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
