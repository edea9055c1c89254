package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// A full disk under a running server: what cannot be stored is refused, the rest works, and all is
/// well again as soon as there is room.
class DiskFullTest {
    private static final String SLOW = "/fault slow 20; tokens 300";
    private static final String QUICK = "/fault tokens 300";

    /// More messages than can still fit in somewhere.
    private static final int MORE_THAN_FIT = 1000;

    @TempDir private Path folder;

    private final List<String> stored = new ArrayList<>();
    private long conversation;

    @Test
    void aFullFileSystem() throws Exception {
        try (ScarceDisk disk = ScarceDisk.small(folder)) {
            fillAndFree(disk);
        }
    }

    @Test
    void aFileThatMustNotGrow() throws Exception {
        try (ScarceDisk disk = new ScarceDisk.FileSizeLimit(folder.resolve("home"))) {
            fillAndFree(disk);
        }
    }

    private void fillAndFree(ScarceDisk disk) throws Exception {
        Launcher launcher = new Launcher(folder);
        try (RunningServer server = launcher.serve(disk.home(), "--set", "builtin.faults=true");
                WireClient client = server.owner()) {
            conversation = client.post("/v1/conversations", "{}").json().path("id").longValue();
            sendThroughAllDoors(client, "Before");
            StreamedAnswer underWay =
                    StreamedAnswer.to(client, Door.CHAT_STREAMED.messageInNewConversation(SLOW));
            underWay.awaitBegin();
            Map<Door.Contract, List<String>> before = histories(client);

            disk.fill(server);
            sendUntilRefused(client);
            checkRefusals(client);
            assertThat(client.get("/health").status()).isEqualTo(200);
            assertThat(histories(client)).isEqualTo(before);

            disk.free(server);
            sendThroughAllDoors(client, "After");
            assertThat(client.get("/ready").status()).isEqualTo(200);
            checkUnharmed(client, underWay);
            assertThat(server.stop()).isZero();
        }
        checkIntegrity(disk.home().resolve("parley.db"));
    }

    private void sendThroughAllDoors(WireClient client, String text) throws InterruptedException {
        for (Door door : Door.values()) {
            WireAnswer answer = send(client, door, text + " " + door);
            assertThat(answer.status()).as("%s: %s", door, answer).isEqualTo(200);
        }
    }

    private WireAnswer send(WireClient client, Door door, String text) throws InterruptedException {
        WireAnswer answer = door.message(conversation, text).send(client);
        if (answer.status() == 200) {
            stored.add(text);
        }
        return answer;
    }

    private void sendUntilRefused(WireClient client) throws InterruptedException {
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            WireAnswer answer = Door.PARLEY.messageInNewConversation("Filling").send(client);
            if (answer.status() != 200) {
                return;
            }
        }
        throw new AssertionError("The disk does not become full");
    }

    private void checkRefusals(WireClient client) throws InterruptedException {
        for (Door door : Door.values()) {
            WireAnswer refusal = send(client, door, "Refused " + door);
            assertThat(refusal.status()).as("%s: %s", door, refusal).isEqualTo(507);
            assertThat(door.contract().sentenceOf(refusal))
                    .hasValueSatisfying(
                            sentence -> assertThat(sentence).contains("full", "free some space"));
            assertThat(refusal.header("Retry-After")).matches("[1-9][0-9]*");
        }
        assertThat(client.post("/v1/conversations", "{}").status()).isEqualTo(507);
        WireAnswer ready = client.get("/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().at("/checks/database").stringValue()).contains("full");
    }

    private Map<Door.Contract, List<String>> histories(WireClient client)
            throws InterruptedException {
        Map<Door.Contract, List<String>> histories = new HashMap<>();
        for (Door.Contract contract : Door.Contract.values()) {
            histories.put(contract, contract.history(client, conversation));
        }
        return histories;
    }

    /// What was acknowledged is there once, what was refused is not, and the answer that was being
    /// written all the while is whole.
    private void checkUnharmed(WireClient client, StreamedAnswer underWay)
            throws InterruptedException {
        assertThat(StoredMessage.in(client, conversation))
                .filteredOn(message -> !message.isAnswer())
                .extracting(StoredMessage::content)
                .containsExactlyElementsOf(stored);
        String whole =
                StreamedAnswer.to(client, Door.CHAT_STREAMED.messageInNewConversation(QUICK))
                        .awaitWhole();
        assertThat(underWay.awaitWhole()).isEqualTo(whole);
        assertThat(StoredTurn.load(client, underWay.awaitBegin()))
                .isEqualTo(new StoredTurn("complete", whole));
    }

    private static void checkIntegrity(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet verdict = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(verdict.next()).isTrue();
            assertThat(verdict.getString(1)).isEqualTo("ok");
        }
    }
}
