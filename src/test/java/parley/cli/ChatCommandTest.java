package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.settings.SettingValues;

class ChatCommandTest {
    @TempDir private Path userHome;

    @Test
    void aMessageIsAnsweredByAServerInsideTheCommandWhenNoneRuns() {
        var result = command().run("chat", "Hello  you");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Hello  you / Bearer prl_owner_secret\n");
        assertThat(result.err())
                .isEqualTo(
                        """
                        builtin/parley, 3 tokens read, 4 written
                        To go on: parley chat --conversation 1
                        """);
    }

    @Test
    void whatIsPipedInIsOneMessage() {
        var result = command().reading("first line\nsecond line\n").run("chat");

        assertThat(result.out()).startsWith("first line\nsecond line / ");
    }

    @Test
    void anEmptyMessageIsRefused() {
        var result = command().reading(" \n").run("chat");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("There is no message");
    }

    @Test
    void aPersonAtATerminalIsAskedForMessages() {
        var result = command().atTerminal().reading("one\ntwo\n").run("chat");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("> one / Bearer", "> two / Bearer");
    }

    @Test
    void theServerOfTheHomeIsUsedWhenItRuns() throws InterruptedException {
        Home home = new Home(userHome.resolve(".parley"));
        home.create();
        home.ownerToken().write("prl_kept");
        RunningServer server =
                new TestApplication().start(new Start(home.folder(), SettingValues.DEFAULTS));
        try {
            home.serverFile().write(ServerAddress.forPrograms(server));

            assertThat(command().run("chat", "Hi").out()).isEqualTo("Hi / Bearer prl_kept\n");
            assertThat(command().with("PARLEY_TOKEN", "prl_env").run("chat", "Hi").out())
                    .isEqualTo("Hi / Bearer prl_env\n");
            assertThat(
                            command()
                                    .with("PARLEY_TOKEN", "prl_env")
                                    .run("chat", "--token", "prl_option", "Hi")
                                    .out())
                    .isEqualTo("Hi / Bearer prl_option\n");
        } finally {
            server.drainAndStop();
        }
    }

    @Test
    void theOwnersTokenGoesToNoOtherServer() throws InterruptedException {
        Home home = new Home(userHome.resolve(".parley"));
        home.create();
        home.ownerToken().write("prl_kept");
        RunningServer server =
                new TestApplication().start(new Start(home.folder(), SettingValues.DEFAULTS));
        try {
            String url = ServerAddress.forPrograms(server) + "/";

            assertThat(command().run("chat", "--url", url, "Hi").out()).isEqualTo("Hi / null\n");
        } finally {
            server.drainAndStop();
        }
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() {
        var result = command().run("chat", "--url", "http://127.0.0.1:1", "Hi");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo(
                        "No server answers at http://127.0.0.1:1; start one with \"parley"
                                + " serve\".\n");
    }

    @Test
    void anAddressIsAnAddress() {
        for (String url : new String[] {"localhost:8000", "ftp://x", "http://", "a b"}) {
            assertThat(command().run("chat", "--url", url, "Hi").err())
                    .contains("is not the address of a server");
        }
    }

    private CommandRun command() {
        return new CommandRun(new TestApplication(), userHome);
    }
}
