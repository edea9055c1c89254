package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// Tokens that are made and revoked by a command beside a server that runs.
class TokenWhileServingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void prepare() {
        launcher = new Launcher(folder);
        home = folder.resolve("home");
    }

    @Test
    void aNewTokenWorksAtOnceOnEveryContractAndSeesOnlyItsOwn() throws Exception {
        try (RunningServer server = launcher.serve(home);
                WireClient owner = server.owner();
                WireClient ada = server.client(newToken())) {
            assertThat(ada.get("/v1/me").json().path("name").stringValue()).isEqualTo("ada");
            long ofAda = talkThroughAllDoors(ada, "Ada's words");
            long ofOwner = talkThroughAllDoors(owner, "The owner's words");

            assertUnknown(ada, ofOwner, "The owner's words");
            assertUnknown(owner, ofAda, "Ada's words");

            assertThat(StoredMessage.in(ada, ofAda)).hasSize(2 * Door.values().length);
            assertThat(StoredMessage.in(owner, ofOwner)).hasSize(2 * Door.values().length);
        }
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceOnEveryContract() throws Exception {
        try (RunningServer server = launcher.serve(home);
                WireClient owner = server.owner();
                WireClient ada = server.client(newToken());
                WireClient adaElsewhere = server.client(newToken())) {
            long conversation = talkThroughAllDoors(ada, "Ada's words");

            String list = run("token", "list", "--home", home, "--account", "ada").out();
            String oldest = list.lines().toList().get(1).split(" ", 2)[0];
            run("token", "revoke", "--home", home, oldest);

            for (Door door : Door.values()) {
                assertRefused(door, door.message(conversation, "Hello?").send(ada));
                assertRefused(door, door.contract().look(ada, conversation));
            }
            assertThat(StoredMessage.in(adaElsewhere, conversation))
                    .hasSize(2 * Door.values().length);
            assertThat(owner.get("/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenThatIsNotThereCannotBeRevoked() throws Exception {
        try (RunningServer _ = launcher.serve(home)) {
            CommandResult result = launcher.run("token", "revoke", "--home", home, 99);

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).hasLineCount(1).contains("99", "parley token list");
        }
    }

    @Test
    void aTierHoldsAtOnceInAServerThatRuns() throws Exception {
        try (RunningServer server = launcher.serve(home)) {
            String token =
                    run("token", "create", "--home", home, "--account", "bob", "--tier", "free")
                            .lines()
                            .getLast();
            try (WireClient bob = server.client(token)) {
                assertThat(bob.get("/v1/usage").json().path("tier").asString()).isEqualTo("free");
                assertThat(run("account", "list", "--home", home).out())
                        .containsPattern("owner +\\(default\\)")
                        .containsPattern("bob +free");

                run("account", "tier", "--home", home, "bob", "pro");

                assertThat(run("account", "list", "--home", home).out())
                        .containsPattern("bob +pro");
                awaitTier(bob, "pro");
            }
            CommandResult wrong = launcher.run("account", "tier", "--home", home, "bob", "gold");
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.err()).contains("no tier gold", "free, pro, unlimited");
        }
    }

    /// The server looks at tiers again after a second.
    private static void awaitTier(WireClient client, String tier) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.get("/v1/usage").json().path("tier").asString("").equals(tier)) {
            assertThat(System.nanoTime()).as("waiting for the tier").isLessThan(end);
        }
    }

    private String newToken() throws InterruptedException {
        String token = run("token", "create", "--home", home, "--account", "ada").lines().getLast();
        assertThat(token).matches("parley_[A-Za-z0-9_-]{43}");
        return token;
    }

    private CommandResult run(Object... words) throws InterruptedException {
        CommandResult result = launcher.run(words);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result;
    }

    /// @return the conversation that it was all said in
    private static long talkThroughAllDoors(WireClient client, String words)
            throws InterruptedException {
        long conversation = client.post("/v1/conversations", "{}").json().path("id").longValue();
        for (Door door : Door.values()) {
            WireAnswer answer = door.message(conversation, words + " to " + door).send(client);
            assertThat(answer.status()).as("%s: %s", door, answer).isEqualTo(200);
        }
        for (Door.Contract contract : Door.Contract.values()) {
            assertThat(contract.history(client, conversation))
                    .as("%s", contract)
                    .hasSize(2 * Door.values().length)
                    .contains(words + " to XMR");
        }
        return conversation;
    }

    /// The conversation does not exist for this client, in no contract.
    private static void assertUnknown(WireClient client, long foreign, String words)
            throws InterruptedException {
        for (Door.Contract contract : Door.Contract.values()) {
            WireAnswer look = contract.look(client, foreign);
            // The one contract that has only a list shows one without the conversation.
            assertThat(look.status())
                    .as("%s", contract)
                    .isEqualTo(contract == Door.Contract.CHAT ? 200 : 404);
            assertThat(look.text()).doesNotContain(words);
        }
        for (Door door : Door.values()) {
            WireAnswer answer = door.message(foreign, "Whose is this?").send(client);
            // Where clients name conversations themselves, this begins one of their own.
            assertThat(answer.status())
                    .as("%s: %s", door, answer)
                    .isEqualTo(door == Door.DIALOGIX ? 200 : 404);
            assertThat(answer.text()).doesNotContain(words);
        }
    }

    private static void assertRefused(Door door, WireAnswer answer) {
        assertThat(answer.status()).as("%s: %s", door, answer).isEqualTo(401);
        assertThat(door.contract().sentenceOf(answer)).as("%s: %s", door, answer).isPresent();
    }
}
