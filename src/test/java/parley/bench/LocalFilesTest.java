package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What local inference is measured with, where it was not named.
final class LocalFilesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void llamasServerIsTheFirstOnThePathThatCanBeRun() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(first.resolve("llama-server"), "a text");
        Path program = Files.writeString(second.resolve("llama-server"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("PATH", first + "::" + second);

        assertThat(LocalFiles.find(null, null, null, environment).llamaServer()).contains(program);
        assertThat(LocalFiles.find(null, null, null, Map.of()).llamaServer()).isEmpty();
        assertThat(LocalFiles.find(null, null, first, environment).llamaServer()).contains(first);
    }

    @Test
    void theLibraryIsTheOneThatTheUserFetched() throws IOException {
        Path version = Files.createDirectories(folder.resolve("lib/llama/b1"));

        assertThat(
                        LocalFiles.find(null, null, null, Map.of("PARLEY_HOME", folder.toString()))
                                .library())
                .contains(version);
        assertThat(LocalFiles.find(null, null, null, Map.of("HOME", "/nowhere")).library())
                .isEmpty();
    }
}
