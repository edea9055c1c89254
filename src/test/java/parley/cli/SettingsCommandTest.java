package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.settings.SettingsReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsCommandTest {
    @TempDir private Path userHome;

    @BeforeEach
    void makeHome() throws IOException {
        Path home = Files.createDirectory(userHome.resolve(".parley"));
        Files.writeString(home.resolve("parley.properties"), "server.host=example.org\n");
    }

    @Test
    void everySettingIsShownWithItsOrigin() {
        var result =
                command().with("AUTH_REQUIRED", "yes").run("settings", "--set", "stop.stuck=1");

        assertThat(result.out())
                .contains(
                        "server.host = example.org  (file)",
                        "server.ports = 0  (default)",
                        "auth.required = yes  (environment)",
                        "stop.stuck = 1  (command line)",
                        "    Whether tokens.");
    }

    @Test
    void secretsAreNeverPrinted() {
        var command = command().with("OPENAI_API_KEY", "hunter2");

        assertThat(command.run("settings").out())
                .contains("openai.api.key = ********")
                .doesNotContain("hunter2");
        assertThat(command.run("settings", "--json").out()).doesNotContain("hunter2");
    }

    @Test
    void jsonHasTheSame() {
        JsonNode list = JsonMapper.shared().readTree(command().run("settings", "--json").out());

        assertThat(list.size()).isEqualTo(5);
        JsonNode host = list.get(0);
        assertThat(host.path("name").asString()).isEqualTo("server.host");
        assertThat(host.path("environment").asString()).isEqualTo("SERVER_HOST");
        assertThat(host.path("value").asString()).isEqualTo("example.org");
        assertThat(host.path("source").asString()).isEqualTo("file");
        assertThat(host.path("default").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void theReferenceIsPrintedAsItIsKept() {
        assertThat(command().run("settings", "--reference").out())
                .isEqualTo(SettingsReference.render(new TestApplication().settings()));
    }

    @Test
    void aMistakeIsOneSentence() {
        var result = command().run("settings", "--set", "server.hosts=a");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo(
                        "--set sets \"server.hosts\", which is not a setting. Did you mean"
                                + " \"server.host\"?\n");
    }

    @Test
    void theHomeComesFromTheEnvironmentAndTheOptionIsStronger() throws IOException {
        Path other = Files.createDirectory(userHome.resolve("other home"));
        Files.writeString(other.resolve("parley.properties"), "server.host=other\n");

        assertThat(command().with("PARLEY_HOME", other.toString()).run("settings").out())
                .contains("server.host = other  (file)");
        assertThat(
                        command()
                                .with("PARLEY_HOME", userHome.toString())
                                .run("settings", "--home", other.toString())
                                .out())
                .contains("server.host = other  (file)");
    }

    private CommandRun command() {
        return new CommandRun(new TestApplication(), userHome);
    }
}
