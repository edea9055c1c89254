package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir private Path userHome;

    @Test
    void aServerSaysWhereItIsAndStopsAtTheFirstSignal() throws Exception {
        try (var program = new ProgramProcess(userHome, "serve")) {
            String open = program.line("Open");
            program.line("~/.parley   Database: a file");
            program.line(
                    "builtin/parley (offline). Connect one: set OPENAI_API_KEY, or start Ollama");
            program.line("prl_owner_secret");
            program.line("curl -N http://localhost:");

            var server = new ServerFile(home().resolve("server.json")).read().orElseThrow();
            assertThat(server.pid()).isEqualTo(program.pid());
            assertThat(open)
                    .contains("http://localhost:%s/ ".formatted(server.url().getPort()), "/docs");
            assertThat(status(server.url().resolve("/health"))).isEqualTo(200);
            assertThat(home().resolve("owner.token")).hasContent("prl_owner_secret");

            program.terminate();
            program.line("Stopping.");
            assertThat(program.exitCode()).isZero();
            assertThat(home().resolve("server.json")).doesNotExist();
        }
    }

    @Test
    void aSecondSignalEndsAStopThatHangs() throws Exception {
        try (var program = new ProgramProcess(userHome, "serve", "--set", "stop.stuck=true")) {
            program.line("curl");

            program.interrupt();
            program.line("Stopping.");
            program.terminate();

            assertThat(program.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void theTokenIsShownAtTheFirstStartOnly() throws Exception {
        Files.createDirectory(home());
        Files.writeString(EchoServer.database(home()), "");
        try (var program = new ProgramProcess(userHome, "serve", "--set", "auth.required=true")) {
            program.line("Models");

            assertThat(program.line(""))
                    .contains(
                            "Try",
                            "Authorization: Bearer $(cat '%s/owner.token')".formatted(home()));
        }
    }

    @Test
    void portsThatAreTakenAreNamed() throws Exception {
        try (var taken = loopbackSocket();
                var program =
                        new ProgramProcess(
                                userHome, "serve", "--port", "0," + taken.getLocalPort() + ",0")) {
            assertThat(program.line("also on")).matches(".*also on \\d+$");
            assertThat(program.line("Skipped"))
                    .endsWith("in use by another program: " + taken.getLocalPort());
        }
    }

    @Test
    void aTakenPortIsOneSentenceAndLeavesNothing() throws IOException {
        try (var taken = loopbackSocket()) {
            int port = taken.getLocalPort();

            var result = run("serve", "--port", String.valueOf(port));

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err())
                    .isEqualTo(
                            "Port %s is taken by another program; choose one with --port.\n"
                                    .formatted(port));
            assertThat(result.out()).isEmpty();
            assertThat(home()).doesNotExist();
        }
    }

    @Test
    void anUnknownSettingStopsTheStart() {
        var result = run("serve", "--set", "server.prots=1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("Did you mean \"server.ports\"?");
        assertThat(home()).doesNotExist();
    }

    @Test
    void aHomeThatIsAFileStopsTheStart() throws IOException {
        Files.writeString(home(), "");

        assertThat(run("serve").err()).contains("is a file; choose another with --home.");
    }

    @Test
    void trainingAsksForEverythingAndEnds() {
        var result = run("train", "--home", userHome.resolve("training").toString());

        assertThat(result.code()).isZero();
        assertThat(result.lines()).endsWith("200 GET /health", "200 POST /v1/turns");
    }

    private CommandRun.Result run(String... words) {
        return new CommandRun(new TestApplication(), userHome).run(words);
    }

    private Path home() {
        return userHome.resolve(".parley");
    }

    private static ServerSocket loopbackSocket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int status(URI url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
