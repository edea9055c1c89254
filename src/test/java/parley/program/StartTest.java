package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// What a start makes, and whom it lets in.
class StartTest {
    @TempDir private Path folder;

    @Test
    void theFirstStartMakesTheHomeAndShowsTheOwnersTokenOnce() throws Exception {
        Launcher launcher = new Launcher(folder);
        Path home = folder.resolve("new/home");
        String token;
        try (RunningServer server = launcher.serve(home);
                WireClient owner = server.owner()) {
            token = server.ownerToken();
            assertThat(server.process().output().await("  Try")).isPresent();
            assertThat(server.process().output().said()).containsOnlyOnce(token);
            assertThat(permissions(home)).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("owner.token"))).isEqualTo("rw-------");
            assertThat(permissions(home.resolve("parley.db"))).isEqualTo("rw-------");
            assertThat(owner.get("/v1/me").json().path("name").stringValue()).isEqualTo("owner");
            assertThat(server.stop()).isZero();
            assertThat(server.process().errors().text()).doesNotContain(token);
        }
        try (RunningServer server = launcher.serve(home)) {
            assertThat(server.process().output().await("  Try")).isPresent();
            assertThat(server.process().output().said()).doesNotContain("  Token", token);
            assertThat(server.ownerToken()).isEqualTo(token);
        }
    }

    @ParameterizedTest
    @CsvSource({"--host,0.0.0.0", "--set,auth.required=true"})
    void whereOthersMayCallEveryContractNeedsAToken(String option, String value) throws Exception {
        Launcher launcher = new Launcher(folder);
        try (RunningServer server = launcher.serve(folder.resolve("home"), option, value);
                WireClient owner = server.owner();
                WireClient stranger = server.stranger()) {
            long conversation = owner.post("/v1/conversations", "{}").json().path("id").longValue();
            for (Door door : Door.values()) {
                Door.Message message = door.message(conversation, "Hello");
                assertUnauthenticated(door.contract(), message.send(stranger));
                assertUnauthenticated(
                        door.contract(), door.contract().look(stranger, conversation));
                assertThat(message.send(owner).status()).as("%s", door).isEqualTo(200);
            }
            assertThat(StoredMessage.in(owner, conversation)).hasSize(2 * Door.values().length);
            assertThat(stranger.get("/metrics").status()).isEqualTo(401);
            assertThat(stranger.get("/health").status()).isEqualTo(200);
            assertThat(stranger.get("/ready").status()).isEqualTo(200);
        }
    }

    private static void assertUnauthenticated(Door.Contract contract, WireAnswer answer) {
        assertThat(answer.status()).as("%s: %s", contract, answer).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(contract.sentenceOf(answer)).as("%s: %s", contract, answer).isPresent();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
