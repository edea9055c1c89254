package parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleanupTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void foldersAreGoneWithAllThatIsInThem() throws IOException {
        Path folder = temporary.resolve("one");
        Files.createDirectories(folder.resolve("two"));
        Files.writeString(folder.resolve("two/file"), "text");
        try (Cleanup cleanup = new Cleanup()) {
            cleanup.take(folder);
        }
        assertThat(folder).doesNotExist();
        assertThat(temporary).exists();
    }

    @Test
    void processesAreEnded() throws Exception {
        Process process;
        try (Cleanup cleanup = new Cleanup()) {
            process =
                    new ProcessBuilder(Launch.find().java(List.of(), BareProgram.class.getName()))
                            .start();
            cleanup.take(process);
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFolderThatIsGoneAlreadyIsFine() {
        try (Cleanup cleanup = new Cleanup()) {
            cleanup.take(temporary.resolve("never made"));
            cleanup.delete(temporary.resolve("never made"));
        }
        assertThat(temporary).isEmptyDirectory();
    }
}
