package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
    @TempDir private Path userHome;

    private final TestApplication application = new TestApplication();

    @Test
    void theListShowsEveryAccountWithItsTier() {
        run("token", "create", "--account", "bob", "--tier", "pro");

        assertThat(run("account", "list").out())
                .isEqualTo(
                        """
                        ID  ACCOUNT  TIER       CREATED
                        2   anna     (default)  2026-01-02T03:04:05Z
                        1   bob      pro        2026-01-02T03:04:05Z
                        """);
    }

    @Test
    void aTierIsGivenAndSaid() {
        run("token", "create");

        var result = run("account", "tier", "anna", "free");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Account anna has the tier free.\n");
        assertThat(run("account", "list").out()).containsPattern("anna +free");
    }

    @Test
    void aTokenWithoutATierLeavesTheAccountsOwn() {
        run("token", "create", "--account", "anna", "--tier", "pro");
        run("token", "create", "--account", "anna");

        assertThat(run("account", "list").out()).containsPattern("anna +pro");
    }

    @Test
    void anUnknownAccountGetsNoTier() {
        run("token", "create");

        var result = run("account", "tier", "nobody", "free");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no account nobody", "parley account list");
    }

    @Test
    void aTierNeedsAnAccountAndAName() {
        assertThat(run("account", "tier", "anna").code()).isEqualTo(2);
        assertThat(run("account").code()).isEqualTo(2);
    }

    @Test
    void anAccountIsDeletedOnlyWhenThatIsMeant() {
        run("token", "create", "--account", "anna");

        var asked = run("account", "delete", "anna");

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err())
                .contains(
                        "1 conversation, 2 documents, 3 pictures, 4 data sources and 5 tokens",
                        "Nothing was deleted",
                        "--yes");
        assertThat(run("account", "list").out()).contains("anna");

        var done = run("account", "delete", "anna", "--yes");

        assertThat(done.code()).isZero();
        assertThat(done.out()).startsWith("Account anna is deleted, with 1 conversation");
        assertThat(run("account", "list").out()).doesNotContain("anna");
    }

    @Test
    void lookingMakesNoHome() {
        assertThat(run("account", "list").err()).contains("There is no home folder");
        assertThat(userHome.resolve(".parley")).doesNotExist();
    }

    private CommandRun.Result run(String... words) {
        return new CommandRun(application, userHome).run(words);
    }
}
