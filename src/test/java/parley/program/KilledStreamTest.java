package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireClient;

/// `kill -9` in the midst of answers: what their readers saw is kept, and the rest can be had.
class KilledStreamTest {
    private static final Duration MOST_LOST = Duration.ofMillis(250);

    private static final String[] SLOW = {
        "--set", "builtin.faults=true", "--set", "builtin.tokens.per.second=80"
    };
    private static final String[] QUICK = {"--set", "builtin.faults=true"};

    @TempDir private Path folder;

    /// A question that is answered slowly, and one with the same answer that is not.
    private enum Question {
        BY_FAULT("/fault slow 12; tokens 300", "/fault tokens 300"),
        BY_PACE("Write 200 words of lorem ipsum", "Write 200 words of lorem ipsum");

        private final String slow;
        private final String quick;

        Question(String slow, String quick) {
            this.slow = slow;
            this.quick = quick;
        }
    }

    /// What a reader had seen of an answer, a little before the kill.
    private record Seen(Question question, long turn, String text) {}

    @Test
    void whatWasSeenIsKeptAndGoneOnWith() throws InterruptedException {
        Launcher launcher = new Launcher(folder);
        Path home = folder.resolve("home");
        List<Seen> seen;
        try (RunningServer server = launcher.serve(home, SLOW);
                WireClient client = server.owner()) {
            seen = killInTheMidst(server, client);
        }
        try (RunningServer server = launcher.serve(home, QUICK);
                WireClient client = server.owner()) {
            for (Seen answer : seen) {
                check(client, answer);
            }
        }
    }

    private static List<Seen> killInTheMidst(RunningServer server, WireClient client)
            throws InterruptedException {
        List<StreamedAnswer> answers = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Door door : Door.streamed()) {
            for (Question question : Question.values()) {
                answers.add(
                        StreamedAnswer.to(client, door.messageInNewConversation(question.slow)));
                questions.add(question);
            }
        }
        for (StreamedAnswer answer : answers) {
            answer.awaitLength(400);
        }
        long killedAt = System.nanoTime();
        server.kill();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            StreamedAnswer answer = answers.get(i);
            assertThat(answer.awaitEnd()).isEmpty();
            seen.add(
                    new Seen(
                            questions.get(i),
                            answer.awaitBegin(),
                            answer.textAt(killedAt - MOST_LOST.toNanos())));
        }
        return seen;
    }

    private static void check(WireClient client, Seen seen) throws InterruptedException {
        StoredTurn turn = StoredTurn.load(client, seen.turn());
        assertThat(turn.status()).isEqualTo("interrupted");
        String kept = turn.text();
        assertThat(kept).startsWith(seen.text());
        assertThat(seen.text()).isNotEmpty();

        String rest = StreamedAnswer.continued(client, seen.turn()).awaitWhole();
        assertThat(rest).isNotEmpty();
        String whole =
                StreamedAnswer.to(
                                client,
                                Door.PARLEY_STREAMED.messageInNewConversation(
                                        seen.question().quick))
                        .awaitWhole();
        assertThat(kept + rest).isEqualTo(whole);
        assertThat(StoredTurn.load(client, seen.turn()))
                .isEqualTo(new StoredTurn("complete", whole));
    }
}
