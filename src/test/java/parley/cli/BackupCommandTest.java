package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    @TempDir private Path folder;

    @Test
    void aBackupRestoresInAnotherHome() throws IOException {
        Path home = home("first", "what was said");
        Path backup = folder.resolve("monday.backup");

        assertThat(run("backup", "--home", home.toString(), backup.toString()).out())
                .isEqualTo("Copied 1 file.\n");
        Path other = folder.resolve("second");
        var restored = run("restore", "--home", other.toString(), backup.toString());

        assertThat(restored.code()).isZero();
        assertThat(other.resolve("database")).hasContent("what was said");
    }

    @Test
    void aBackupNeverOverwrites() throws IOException {
        Path home = home("first", "new");
        Path backup = Files.writeString(folder.resolve("monday.backup"), "old");

        var result = run("backup", "--home", home.toString(), backup.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("is there already");
        assertThat(backup).hasContent("old");
    }

    @Test
    void aHomeIsOnlyReplacedWhenAsked() throws IOException {
        Path home = home("first", "old");
        Path backup = Files.writeString(folder.resolve("monday.backup"), "new");

        assertThat(run("restore", "--home", home.toString(), backup.toString()).err())
                .contains("--replace");
        assertThat(home.resolve("database")).hasContent("old");
        assertThat(run("restore", "--replace", "--home", home.toString(), backup.toString()).code())
                .isZero();
        assertThat(home.resolve("database")).hasContent("new");
    }

    @Test
    void aMissingFileIsSaidBeforeAnythingIsMade() {
        Path home = folder.resolve("first");

        var result = run("restore", "--home", home.toString(), "no.backup");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("There is no backup file no.backup.\n");
        assertThat(home).doesNotExist();
    }

    @Test
    void aHomeWithARunningServerIsNotRestored() throws IOException {
        Path home = home("first", "old");
        Path backup = Files.writeString(folder.resolve("monday.backup"), "new");
        try (var listening = new ServerSocket(0)) {
            new ServerFile(home.resolve("server.json"))
                    .write(URI.create("http://127.0.0.1:" + listening.getLocalPort()));

            var result = run("restore", "--replace", "--home", home.toString(), backup.toString());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err())
                    .contains("running in this home (process " + ProcessHandle.current().pid());
        }
    }

    private Path home(String name, String content) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        Files.writeString(home.resolve("database"), content);
        return home;
    }

    private CommandRun.Result run(String... words) {
        return new CommandRun(new TestApplication(), folder).run(words);
    }
}
