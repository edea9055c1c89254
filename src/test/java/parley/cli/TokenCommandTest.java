package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {
    @TempDir private Path userHome;

    private final TestApplication application = new TestApplication();

    @Test
    void aNewTokenStandsAloneOnTheLastLine() {
        assertThat(run("token", "create").lines().getLast()).isEqualTo("prl_1_secret");
        assertThat(Files.isDirectory(userHome.resolve(".parley"))).isTrue();
    }

    @Test
    void theListShowsHowTokensBeginAndWhetherTheyHold() {
        run("token", "create");
        run("token", "create", "--account", "anna");
        assertThat(run("token", "revoke", "1").out()).isEqualTo("Token 1 is revoked.\n");

        assertThat(run("token", "list").out())
                .isEqualTo(
                        """
                        ID  ACCOUNT  BEGINS WITH  CREATED               STATE
                        1   owner    prl_1        2026-01-02T03:04:05Z  revoked 2026-02-03T04:05:06Z
                        2   anna     prl_2        2026-01-02T03:04:05Z  valid
                        """);
        assertThat(run("token", "list", "--account", "anna").lines()).hasSize(2);
    }

    @Test
    void anUnknownTokenCannotBeRevoked() {
        run("token", "create");

        var result = run("token", "revoke", "7");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no valid token 7");
    }

    @Test
    void aTokenIdIsANumber() {
        assertThat(run("token", "revoke", "x").code()).isEqualTo(2);
    }

    @Test
    void listingMakesNoHome() {
        var result = run("token", "list");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("There is no home folder");
        assertThat(userHome.resolve(".parley")).doesNotExist();
    }

    @Test
    void anAccountHasAName() {
        assertThat(run("token", "create", "--account", " ").err()).contains("not empty");
    }

    private CommandRun.Result run(String... words) {
        return new CommandRun(application, userHome).run(words);
    }
}
