package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// The official JavaScript clients against a real server, where Node is there. They are installed
/// once, in the versions of the lock file, into the folder of the build.
final class OfficialNodeClientsTest {
    private static final String CLIENTS = "/clients/";
    private static final List<String> FILES =
            List.of(
                    "package.json",
                    "package-lock.json",
                    "openai.mjs",
                    "anthropic.mjs",
                    "ai-sdk.mjs");

    private static TestServer server;
    private static Path folder;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(isThere("node") && isThere("npm"), "Node is not installed");
        folder = Path.of("target", "clients").toAbsolutePath();
        Files.createDirectories(folder);
        boolean installed = isInstalled();
        for (String file : FILES) {
            try (InputStream content =
                    OfficialNodeClientsTest.class.getResourceAsStream(CLIENTS + file)) {
                Files.copy(content, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        server = TestServer.start("builtin.faults=true");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai.mjs", "anthropic.mjs", "ai-sdk.mjs"})
    void theClientFindsWhatItKnows(String script) throws Exception {
        assertThat(run("node", script)).endsWith("ok\n");
    }

    /// Whether the lock file is the one that was installed.
    private static boolean isInstalled() throws IOException {
        Path installed = folder.resolve("package-lock.json");
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))
                || !Files.exists(installed)) {
            return false;
        }
        try (InputStream lock =
                OfficialNodeClientsTest.class.getResourceAsStream(CLIENTS + "package-lock.json")) {
            return Files.readString(installed)
                    .equals(new String(lock.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        if (server != null) {
            builder.environment().put("PARLEY_URL", server.url());
            builder.environment().put("PARLEY_TOKEN", server.ownerToken());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        Thread watch =
                Thread.startVirtualThread(() -> {
                    try {
                        if (!process.waitFor(3, TimeUnit.MINUTES)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        process.destroyForcibly();
                    }
                });
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        watch.join();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
