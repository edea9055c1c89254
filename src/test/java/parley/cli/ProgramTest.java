package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    @TempDir private Path userHome;

    @Test
    void withoutWordsItSaysWhatThereIs() {
        var result = command().run();

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("serve", "chat", "token", "doctor", "settings", "backup", "restore")
                .contains("test", "version", "extra")
                .doesNotContain("train");
        assertThat(command().run("--help").out()).isEqualTo(result.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "chat",
                "token",
                "doctor",
                "settings",
                "backup",
                "restore",
                "version",
                "test"
            })
    void everyCommandHasHelpWithExamples(String name) {
        var result = command().run(name, "--help");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("Usage: parley " + name).contains("Example");
    }

    @Test
    void subcommandsHaveHelpToo() {
        assertThat(command().run("token", "create", "-h").out())
                .startsWith("Usage: parley token create")
                .contains("--account");
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithASuggestion() {
        var result = command().run("srve");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("'srve'", "parley serve", "Try: parley --help");
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        var result = command().run("doctor", "--jsn");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'--jsn'", "Try: parley doctor --help");
    }

    @Test
    void aFailureNobodyForesawShowsNothingOfItsInside() {
        var result = command().run("extra");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("PARLEY_DEBUG=1")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void aFailureNobodyForesawShowsItsTraceWhenAsked() {
        var result = command().with("PARLEY_DEBUG", "1").run("extra");

        assertThat(result.err()).contains("IllegalStateException", "at parley.cli.");
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(command().run("version").out())
                .matches("parley \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(command().run("--version").out()).matches("parley \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void testSaysThatTheLauncherDoesIt() {
        var result = command().run("test", "-Dtest=Some");

        assertThat(result.code()).isNotZero();
        assertThat(command().run("test").err()).contains("./parley test");
    }

    @Test
    void coloursAreForPeopleWhoWantThem() {
        assertThat(command().run("settings").out()).doesNotContain("\u001b");
        assertThat(command().atTerminal().run("settings").out()).contains("\u001b[");
        for (String variable : List.of("NO_COLOR", "TERM")) {
            assertThat(command().atTerminal().with(variable, "dumb").run("settings").out())
                    .doesNotContain("\u001b");
        }
    }

    private CommandRun command() {
        return new CommandRun(new TestApplication(), userHome);
    }
}
