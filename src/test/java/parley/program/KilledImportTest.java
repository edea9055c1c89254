package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// `kill -9` in the midst of an import: what came is whole, and importing again brings the rest.
class KilledImportTest {
    private static final int CHATS = 4000;
    private static final int KILLS = 3;

    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
    }

    @Test
    void anImportThatIsKilledGoesOnWhereItWas() throws InterruptedException {
        byte[] file = chats();
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int kill = 0; kill < KILLS; kill++) {
            try (RunningServer server = launcher.serve(home);
                    WireClient client = server.owner()) {
                int before = total(client);
                Thread importing = Thread.startVirtualThread(() -> sendUntilKilled(client, file));
                int most = before + random.nextInt(1, CHATS / (2 * KILLS));
                while (total(client) < most && importing.isAlive()) {
                    Thread.onSpinWait();
                }
                server.kill();
                importing.join();
            }
        }
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            int before = total(client);
            assertThat(before).isBetween(1, CHATS - 1);

            WireAnswer answer = client.upload("/v1/import", "chats.json", file);

            JsonNode tally = answer.json().path("imported").path("conversations");
            assertThat(tally.path("skipped").asInt()).isEqualTo(before);
            assertThat(tally.path("new").asInt()).isEqualTo(CHATS - before);
            assertThat(titles(client)).hasSize(CHATS);
            assertThat(total(client)).isEqualTo(CHATS);
            checkWhole(client, random);
        }
    }

    @Test
    void theCommandsMoveAnAccountFromOneHomeToAnother() throws InterruptedException {
        Path other = folder.resolve("other");
        Path archive = folder.resolve("all.zip");
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            client.post("/v1/turns", "{\"message\": \"Hello there\", \"stream\": false}");
            CommandResult export = launcher.run("export", "--home", home, "-o", archive);
            assertThat(export.code()).as(export.toString()).isZero();
            CommandResult again = launcher.run("export", "--home", home, "-o", archive);
            assertThat(again.code()).isEqualTo(1);
        }
        assertThat(archive).isNotEmptyFile();

        CommandResult first = launcher.run("import", "--home", other, archive);
        CommandResult second = launcher.run("import", "--home", other, archive);

        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(first.out()).containsPattern("conversations +1 +0 +0");
        assertThat(second.out()).containsPattern("conversations +0 +1 +0");
        Path page = folder.resolve("talk.md");
        launcher.run("export", "--home", other, "--conversation", 1, "-o", page);
        assertThat(page).content().contains("# Hello there", "## You");
    }

    private static void sendUntilKilled(WireClient client, byte[] file) {
        try {
            client.upload("/v1/import", "chats.json", file);
        } catch (UncheckedIOException e) {
            // The server is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void checkWhole(WireClient client, SplittableRandom random)
            throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            JsonNode page =
                    client.get("/v1/conversations?limit=1&offset=" + random.nextInt(CHATS)).json();
            JsonNode conversation = page.path("conversations").get(0).requireNonNull();
            String messages =
                    client.get("/v1/conversations/%s/messages".formatted(conversation.path("id")))
                            .text();
            String number = conversation.path("title").asString().replace("Chat ", "");
            assertThat(messages).contains("Question " + number + "\"", "Answer " + number + "\"");
        }
    }

    private static int total(WireClient client) throws InterruptedException {
        return client.get("/v1/conversations?limit=1").json().path("total").asInt();
    }

    private static Set<String> titles(WireClient client) throws InterruptedException {
        Set<String> titles = new HashSet<>();
        for (int offset = 0; offset < CHATS; offset += 100) {
            client.get("/v1/conversations?limit=100&offset=" + offset)
                    .json()
                    .path("conversations")
                    .forEach(each -> titles.add(each.path("title").asString()));
        }
        return titles;
    }

    private static byte[] chats() {
        return IntStream.range(0, CHATS)
                .mapToObj(
                        """
                        {"id": "w%1$d", "title": "Chat %1$d", "created_at": 1700000000, "chat": {
                          "messages": [{"role": "user", "content": "Question %1$d"},
                                       {"role": "assistant", "content": "Answer %1$d"}]}}
                        """
                                ::formatted)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
