package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// `kill -9` in the midst of an answer that nothing keeps, and after one: its `Idempotency-Key` is
/// free again, or still brings the answer.
class KilledReplyTest {
    private static final String PATH = "/v1/chat/completions";
    private static final String KEY = "Idempotency-Key";
    private static final String[] SLOW = {"--set", "builtin.tokens.per.second=10"};

    @TempDir private Path folder;

    private static String question(String text) {
        return """
        {"model": "builtin/parley", "stream": true,
         "messages": [{"role": "user", "content": "Write %s words of lorem ipsum"}]}
        """
                .formatted(text);
    }

    @Test
    void whatWasAnsweredComesAgainAndWhatWasCutOffIsAnswered() throws InterruptedException {
        Launcher launcher = new Launcher(folder);
        Path home = folder.resolve("home");
        WireAnswer whole;
        try (RunningServer server = launcher.serve(home, SLOW);
                WireClient client = server.owner()) {
            whole = client.post(PATH, question("3"), KEY, "whole");
            try (SseReader stream = client.open("POST", PATH, question("300"), KEY, "cut off")) {
                stream.take();
                assertThat(client.post(PATH, question("300"), KEY, "cut off").status())
                        .isEqualTo(409);
                server.kill();
            }
        }
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            assertThat(client.post(PATH, question("3"), KEY, "whole").text())
                    .isEqualTo(whole.text())
                    .contains("[DONE]");
            WireAnswer cutOff = client.post(PATH, question("300"), KEY, "cut off");
            assertThat(cutOff.status()).as(cutOff.text()).isEqualTo(200);
            assertThat(cutOff.text()).contains("[DONE]");
            assertThat(client.post(PATH, question("300"), KEY, "cut off").text())
                    .isEqualTo(cutOff.text());
        }
    }
}
