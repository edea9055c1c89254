package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir private Path folder;

    @Test
    void aNewHomeIsForItsOwnerAlone() throws IOException {
        Home home = new Home(folder.resolve("a/b"));

        assertThat(home.create()).isTrue();
        assertThat(home.create()).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileIsNoHome() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Home(file).create())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> new Home(file.resolve("below")).create())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void onlyAnEmptyHomeIsTakenBack() throws IOException {
        Home home = new Home(folder.resolve("home"));
        home.create();
        Files.writeString(home.folder().resolve("database"), "");
        home.removeIfEmpty();
        assertThat(home.folder()).exists();

        Files.delete(home.folder().resolve("database"));
        home.removeIfEmpty();
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void theOwnerTokenIsReadableForItsOwnerAlone() throws IOException {
        OwnerTokenFile token = new Home(folder).ownerToken();
        assertThat(token.read()).isEmpty();

        token.write("prl_first");
        token.write("prl_second");

        assertThat(token.read()).contains("prl_second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token.file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(token.file());
        }
    }

    @Test
    void aServerIsFoundWhileItsProcessTakesConnections() throws IOException {
        ServerFile file = new Home(folder).serverFile();
        assertThat(file.read()).isEmpty();
        URI url;
        try (var listening = new ServerSocket(0)) {
            url = URI.create("http://127.0.0.1:" + listening.getLocalPort());
            file.write(url);

            assertThat(file.read())
                    .contains(new ServerFile.Location(url, ProcessHandle.current().pid()));
        }
        // The process lives, as one of that number may in a container, but nobody listens.
        assertThat(file.read()).isEmpty();
        file.remove();
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void aServerFileOfAnotherProcessIsLeftAlone() throws IOException {
        ServerFile file = new Home(folder).serverFile();
        String json = "{\"url\":\"http://127.0.0.1:1\",\"pid\":2147483646}";
        Files.writeString(file.file(), json);

        assertThat(file.read()).isEmpty();
        file.remove();
        assertThat(file.file()).hasContent(json);
    }

    @Test
    void aDamagedServerFileIsNoServer() throws IOException {
        ServerFile file = new Home(folder).serverFile();
        for (String text : new String[] {"", "{", "[]", "{\"url\":\"::\",\"pid\":1}"}) {
            Files.writeString(file.file(), text);
            assertThat(file.read()).isEmpty();
        }
    }
}
