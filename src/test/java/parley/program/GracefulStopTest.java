package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.SseEvent;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// SIGTERM: no new work, time for what is under way, and a proper end for what takes longer.
class GracefulStopTest {
    private static final int STREAMS = 30;
    private static final String ENDLESS = "/fault slow 20; tokens 100000";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
    }

    @Test
    void answersThatEndWithinTheWindowComeWhole() throws Exception {
        List<StreamedAnswer> answers;
        try (RunningServer server = serve(120);
                WireClient client = server.owner()) {
            answers = begin(client, "/fault slow 15; tokens 800");
            FutureTask<WireAnswer> whole =
                    begin(client, Door.SESSIONS, "/fault slow 15; tokens 800");
            server.process().terminate();

            awaitDraining(client);
            assertThat(answers).noneMatch(StreamedAnswer::isOver);
            assertRefused(client);
            assertThat(client.get("/v1/conversations").status()).isEqualTo(200);
            assertThat(answers).noneMatch(StreamedAnswer::isOver);

            for (StreamedAnswer answer : answers) {
                answer.awaitWhole();
            }
            assertThat(whole.get().status()).isEqualTo(200);
            assertThat(server.process().exitCode()).isZero();
            assertThat(home.resolve("server.json")).doesNotExist();
        }
        try (RunningServer server = serve(120);
                WireClient client = server.owner()) {
            assertThat(StoredMessage.all(client))
                    .hasSize(2 * (STREAMS + 1))
                    .allMatch(message -> message.status().equals("complete"));
        }
    }

    @Test
    void answersThatTakeLongerGetAProperEndAndAreKept() throws Exception {
        List<StreamedAnswer> answers;
        try (RunningServer server = serve(1);
                WireClient client = server.owner()) {
            answers = begin(client, ENDLESS);
            List<FutureTask<WireAnswer>> whole = new ArrayList<>();
            for (Door door : Door.whole()) {
                whole.add(begin(client, door, ENDLESS));
            }
            long toldAt = System.nanoTime();
            server.process().terminate();

            for (StreamedAnswer answer : answers) {
                assertThat(answer.awaitEnd()).hasValueSatisfying(GracefulStopTest::tellsOfTheStop);
            }
            for (int i = 0; i < whole.size(); i++) {
                Door.Contract contract = Door.whole().get(i).contract();
                WireAnswer refusal = whole.get(i).get();
                assertThat(refusal.status()).as("%s: %s", contract, refusal).isEqualTo(503);
                assertThat(contract.sentenceOf(refusal))
                        .hasValueSatisfying(
                                sentence -> assertThat(sentence).contains("can be continued"));
            }
            assertThat(server.process().exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - toldAt))
                    .isLessThan(Duration.ofSeconds(1 + 20));
        }
        assertKept(answers, (kept, answer) -> assertThat(kept).isEqualTo(answer.text()));
    }

    @Test
    void aSecondSignalEndsItAtOnceAndLosesNothing() throws Exception {
        List<StreamedAnswer> answers;
        long toldAt;
        try (RunningServer server = serve(600);
                WireClient client = server.owner()) {
            answers = begin(client, ENDLESS);
            server.process().terminate();
            awaitDraining(client);
            assertThat(server.process().errors().await("second signal")).isPresent();

            toldAt = System.nanoTime();
            server.process().terminate();

            assertThat(server.process().exitCode()).isEqualTo(128 + 15);
            for (StreamedAnswer answer : answers) {
                assertThat(answer.awaitEnd()).isEmpty();
            }
        }
        long seenAt = toldAt;
        assertKept(answers, (kept, answer) -> assertThat(kept).startsWith(answer.textAt(seenAt)));
    }

    private RunningServer serve(int windowSeconds) throws InterruptedException {
        return launcher.serve(
                home,
                "--set",
                "builtin.faults=true",
                "--set",
                "server.shutdown.seconds=" + windowSeconds);
    }

    /// Begins streams through both doors that stream, and waits until all have begun.
    private static List<StreamedAnswer> begin(WireClient client, String message) {
        List<StreamedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            Door door = Door.streamed().get(i % Door.streamed().size());
            answers.add(StreamedAnswer.to(client, door.messageInNewConversation(message)));
        }
        answers.forEach(StreamedAnswer::awaitBegin);
        return answers;
    }

    /// Asks for an answer that comes whole, and waits until it is being written.
    private static FutureTask<WireAnswer> begin(WireClient client, Door door, String message)
            throws InterruptedException {
        long conversation = client.post("/v1/conversations", "{}").json().path("id").longValue();
        FutureTask<WireAnswer> task =
                new FutureTask<>(() -> door.message(conversation, message).send(client));
        Thread.ofVirtual().start(task);
        while (StoredMessage.in(client, conversation).isEmpty()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return task;
    }

    private static void awaitDraining(WireClient client) throws InterruptedException {
        WireAnswer ready = client.get("/ready");
        while (ready.status() == 200) {
            ready = client.get("/ready");
        }
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().path("status").stringValue()).isEqualTo("draining");
    }

    private static void assertRefused(WireClient client) throws InterruptedException {
        long conversation = StoredMessage.all(client).getFirst().conversation();
        for (Door door : Door.values()) {
            WireAnswer refusal = door.message(conversation, "Too late").send(client);
            assertThat(refusal.status()).as("%s: %s", door, refusal).isEqualTo(503);
            assertThat(door.contract().sentenceOf(refusal)).isPresent();
            assertThat(refusal.header("Retry-After")).matches("[1-9][0-9]*");
        }
    }

    private static void tellsOfTheStop(SseEvent end) {
        switch (end.name()) {
            case "error" ->
                    assertThat(end.json().path("detail").stringValue())
                            .contains("can be continued");
            case "end" ->
                    assertThat(end.json().path("status").stringValue()).isEqualTo("interrupted");
            default -> throw new AssertionError("Not an end that tells of a stop: " + end);
        }
    }

    /// After another start all answers are there as they were seen, and can be continued.
    private void assertKept(List<StreamedAnswer> answers, BiConsumer<String, StreamedAnswer> asSeen)
            throws InterruptedException {
        try (RunningServer server = serve(1);
                WireClient client = server.owner()) {
            for (StreamedAnswer answer : answers) {
                StoredTurn turn = StoredTurn.load(client, answer.awaitBegin());
                assertThat(turn.status()).isEqualTo("interrupted");
                asSeen.accept(turn.text(), answer);
            }
            long first = answers.getFirst().awaitBegin();
            StreamedAnswer.continued(client, first).awaitLength(10);
            assertThat(client.post("/v1/turns/" + first + "/stop", "").status()).isEqualTo(200);
        }
    }
}
