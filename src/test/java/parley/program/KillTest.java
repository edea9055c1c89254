package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// `kill -9` at any moment: what was acknowledged is there, once, and can be gone on with.
class KillTest {
    private static final long SEED = 20_261_121;
    private static final int ROUNDS = 6;

    /// Answers that take long enough to be killed in their midst.
    private static final String[] BRISK = {"--set", "builtin.tokens.per.second=800"};

    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        Writers writers;
        try (RunningServer server = launcher.serve(home, BRISK);
                WireClient client = server.owner()) {
            writers = new Writers(client);
            writeUntilKilled(writers, server, client, random);
        }
        for (int round = 1; round < ROUNDS; round++) {
            try (RunningServer server = launcher.serve(home, BRISK);
                    WireClient client = server.owner()) {
                check(writers, client, round % 2 == 0);
                writeUntilKilled(writers, server, client, random);
            }
        }
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            check(writers, client, true);
            for (Door.Contract contract : Door.Contract.values()) {
                assertThat(contract.history(client, writers.shared()))
                        .isEqualTo(Door.Contract.PARLEY.history(client, writers.shared()))
                        .isNotEmpty();
            }
        }
    }

    private static void writeUntilKilled(
            Writers writers, RunningServer server, WireClient client, SplittableRandom random)
            throws InterruptedException {
        Writers.Shift shift = writers.begin(client, random.split());
        shift.awaitAcknowledged(random.nextInt(10, 50));
        LockSupport.parkNanos(random.nextLong(Duration.ofMillis(30).toNanos()));
        server.kill();
        shift.end();
    }

    private static void check(Writers writers, WireClient client, boolean retryFirst)
            throws InterruptedException {
        List<StoredMessage> found = StoredMessage.all(client);
        assertThat(found).noneMatch(StoredMessage::isUnfinished);
        checkQuestions(writers, found, SentMessage::isAcknowledged);
        checkAnswers(writers, found);

        if (retryFirst) {
            retry(writers, client);
        }
        goOn(client, StoredMessage.all(client));
        if (!retryFirst) {
            retry(writers, client);
        }

        List<StoredMessage> left = StoredMessage.all(client);
        checkQuestions(
                writers, left, message -> message.isAcknowledged() || message.key().isPresent());
        checkAnswers(writers, left);
        assertThat(left).allMatch(message -> message.status().equals("complete"));
    }

    /// Every question is there at most once, those that must be are, and behind each is one answer.
    private static void checkQuestions(
            Writers writers, List<StoredMessage> found, Predicate<SentMessage> mustBeThere) {
        Map<String, Long> counts =
                found.stream()
                        .filter(message -> !message.isAnswer())
                        .collect(
                                Collectors.groupingBy(
                                        StoredMessage::content,
                                        TreeMap::new,
                                        Collectors.counting()));
        assertThat(counts).allSatisfy((text, count) -> assertThat(count).as(text).isOne());
        assertThat(writers.sent())
                .filteredOn(mustBeThere)
                .extracting(SentMessage::text)
                .isSubsetOf(counts.keySet());
        assertThat(counts.keySet())
                .isSubsetOf(writers.sent().stream().map(SentMessage::text).toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).isAnswer()).as("%s", found.get(i)).isEqualTo(i % 2 == 1);
        }
    }

    /// Every answer that came whole is there as it came.
    private static void checkAnswers(Writers writers, List<StoredMessage> found) {
        Map<Long, StoredMessage> byId =
                found.stream().collect(Collectors.toMap(StoredMessage::id, Function.identity()));
        for (SentMessage sent : writers.sent()) {
            if (sent.wholeAnswer().isPresent()) {
                assertThat(byId.get(sent.turn().orElseThrow()))
                        .as("%s", sent)
                        .extracting(StoredMessage::content, StoredMessage::status)
                        .containsExactly(sent.wholeAnswer().get(), "complete");
            }
        }
    }

    /// Sends again what the newest shift sent under keys.
    private static void retry(Writers writers, WireClient client) throws InterruptedException {
        for (SentMessage sent : writers.sentLast()) {
            if (sent.key().isPresent()) {
                WireAnswer again = sent.message().send(client, sent.headers());
                assertThat(again.status()).as("%s: %s", sent, again).isEqualTo(200);
                long turn = Long.parseLong(again.header("X-Turn-Id"));
                assertThat(sent.turn().orElse(turn)).as("%s", sent).isEqualTo(turn);
                sent.acknowledge(turn);
            }
        }
    }

    /// Continues every answer that a kill ended.
    private static void goOn(WireClient client, List<StoredMessage> messages)
            throws InterruptedException {
        for (StoredMessage message : messages) {
            if (message.status().equals("interrupted")) {
                String path = "/v1/turns/%s/continue".formatted(message.id());
                WireAnswer rest = client.post(path, "{\"stream\": false}");
                assertThat(rest.status()).as("%s: %s", message, rest).isEqualTo(200);
                assertThat(rest.json().at("/turn/status").stringValue()).isEqualTo("complete");
                assertThat(rest.json().path("text").stringValue()).startsWith(message.content());
            }
        }
    }
}
