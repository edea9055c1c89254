package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// A backup that is made while the server works, and what is there after it was restored.
class BackupTest {
    private static final long SEED = 20_261_122;
    private static final String[] BRISK = {"--set", "builtin.tokens.per.second=400"};

    /// What shows all conversations of the caller.
    private static final List<String> LISTS =
            List.of(
                    "/v1/conversations?limit=100",
                    "/api/sessions",
                    "/api/conversations",
                    "/v1/chat/history?page_size=100");

    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;
    private Path file;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
        file = folder.resolve("parley.backup");
    }

    @Test
    void aBackupUnderLoadHoldsAllThatWasAcknowledgedBefore() throws InterruptedException {
        List<String> before;
        List<StoredMessage> original;
        String token;
        try (RunningServer server = launcher.serve(home, BRISK);
                WireClient client = server.owner()) {
            token = server.ownerToken();
            Writers writers = new Writers(client);
            Writers.Shift shift = writers.begin(client, new SplittableRandom(SEED));
            shift.awaitAcknowledged(40);
            before =
                    writers.sent().stream()
                            .filter(SentMessage::isAcknowledged)
                            .map(SentMessage::text)
                            .toList();
            run("backup", "--home", home, file);
            shift.awaitAcknowledged(1);
            shift.end();
            original = StoredMessage.all(client);
        }
        try (RunningServer server = launcher.serve(restored());
                WireClient client = server.client(token)) {
            List<StoredMessage> copy = StoredMessage.all(client);

            assertThat(copy).noneMatch(StoredMessage::isUnfinished);
            assertThat(copy).extracting(StoredMessage::content).containsAll(before);
            assertThat(copy).hasSizeLessThanOrEqualTo(original.size());
            assertIsPartOf(original, copy);
            goOn(client, copy);
        }
    }

    @Test
    void aRestoredHomeShowsTheSameThroughEveryContract() throws InterruptedException {
        Map<String, String> original;
        String token;
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            token = server.ownerToken();
            Writers writers = new Writers(client);
            Writers.Shift shift = writers.begin(client, new SplittableRandom(SEED));
            shift.awaitAcknowledged(60);
            shift.end();
            original = shown(client);
            run("backup", "--home", home, file);
        }
        try (RunningServer server = launcher.serve(restored());
                WireClient client = server.client(token)) {
            assertThat(shown(client)).isEqualTo(original).hasSizeGreaterThan(50);
        }
    }

    /// Restores the backup into a home that was not there.
    private Path restored() throws InterruptedException {
        Path restored = folder.resolve("restored");
        run("restore", "--home", restored, file);
        return restored;
    }

    private void run(Object... words) throws InterruptedException {
        CommandResult result = launcher.run(words);
        assertThat(result.code()).as(result.err()).isZero();
    }

    /// Everything that the contracts show, by the path it is shown at.
    private static Map<String, String> shown(WireClient client) throws InterruptedException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String list : LISTS) {
            shown.put(list, client.get(list).text());
        }
        for (long conversation :
                StoredMessage.all(client).stream()
                        .map(StoredMessage::conversation)
                        .distinct()
                        .toList()) {
            for (Door.Contract contract : Door.Contract.values()) {
                WireAnswer answer = contract.look(client, conversation);
                assertThat(answer.status()).isEqualTo(200);
                shown.put(contract + " " + conversation, answer.text());
            }
        }
        return shown;
    }

    /// Every message of the copy is in the original, with an answer at most as long.
    private static void assertIsPartOf(List<StoredMessage> original, List<StoredMessage> copy) {
        Map<Long, StoredMessage> byId =
                original.stream().collect(Collectors.toMap(StoredMessage::id, Function.identity()));
        assertThat(byId).containsKeys(copy.stream().map(StoredMessage::id).toArray(Long[]::new));
        assertThat(copy)
                .allSatisfy(message -> {
                    StoredMessage whole = byId.getOrDefault(message.id(), message);
                    assertThat(whole.content()).startsWith(message.content());
                    assertThat(message.sequence()).isEqualTo(whole.sequence());
                    if (message.status().equals("complete")) {
                        assertThat(message).isEqualTo(whole);
                    }
                });
    }

    /// What the backup caught in the midst can be continued.
    private static void goOn(WireClient client, List<StoredMessage> messages)
            throws InterruptedException {
        for (StoredMessage message : messages) {
            if (!message.status().equals("complete")) {
                WireAnswer rest =
                        client.post(
                                "/v1/turns/%s/continue".formatted(message.id()),
                                "{\"stream\": false}");
                assertThat(rest.status()).as("%s: %s", message, rest).isEqualTo(200);
                assertThat(rest.json().path("text").stringValue()).startsWith(message.content());
            }
        }
    }
}
