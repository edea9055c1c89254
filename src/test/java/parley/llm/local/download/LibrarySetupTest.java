package parley.llm.local.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.local.LlamaFolder;

final class LibrarySetupTest {
    private static final String BINS = "package/bins/here/";

    @TempDir Path home;
    private LoopbackHub registry;

    @BeforeEach
    void start() throws IOException {
        registry = new LoopbackHub();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void thePackageIsUnpackedAndNothingOfItLandsElsewhere() throws Exception {
        byte[] tarball =
                tarball(
                        Map.of(
                                BINS + "libllama.so",
                                "llama",
                                BINS + "libggml.so",
                                "ggml",
                                BINS + "libggml-base.so",
                                "base",
                                BINS + "../../../escaped",
                                "bad",
                                BINS + "deeper/file",
                                "bad",
                                "../escaped",
                                "bad",
                                "/escaped",
                                "bad",
                                "package/install.js",
                                "bad"));

        Path folder = setUp(tarball, LoopbackHub.sha256(tarball));

        assertThat(folder).isEqualTo(LlamaFolder.fetched(home));
        assertThat(folder.resolve("libllama.so")).hasContent("llama");
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile).map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("libllama.so", "libggml.so", "libggml-base.so");
        }
        assertThat(new LlamaFolder(Optional.empty(), home).find()).isPresent();
    }

    @Test
    void anotherPackageThanTheKnownOneIsNotTaken() throws Exception {
        byte[] tarball = tarball(Map.of(BINS + "libllama.so", "llama"));

        assertThatThrownBy(() -> setUp(tarball, "0".repeat(64)))
                .hasMessageContaining("its checksum differs");
        assertNothingIsThere();
    }

    @Test
    void aPackageWithoutTheLibraryIsNone() throws Exception {
        byte[] tarball = tarball(Map.of(BINS + "readme", "nothing"));

        assertThatThrownBy(() -> setUp(tarball, LoopbackHub.sha256(tarball)))
                .hasMessageContaining("does not hold llama.cpp");
        assertNothingIsThere();
    }

    @Test
    void aMachineWithoutAPackageIsSaid() throws Exception {
        try (Web web = new Web(Optional.empty())) {
            assertThatThrownBy(() ->
                            new LibrarySetup(web, home, (_, _, _) -> {}, Optional.empty())
                                    .run(registry.address()))
                    .hasMessageContaining("local.library");
        }
    }

    private void assertNothingIsThere() {
        assertThat(new LlamaFolder(Optional.empty(), home).find()).isEmpty();
        assertThat(LlamaFolder.fetched(home)).doesNotExist();
    }

    private Path setUp(byte[] tarball, String sha256) throws Exception {
        LlamaPackage wanted = new LlamaPackage("here", new Checksum("SHA-256", sha256));
        registry.file(wanted.path(), tarball);
        try (Web web = new Web(Optional.empty())) {
            return new LibrarySetup(web, home, (_, _, _) -> {}, Optional.of(wanted))
                    .run(registry.address());
        }
    }

    private static byte[] tarball(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                byte[] header = new byte[512];
                put(header, 0, file.getKey());
                put(header, 124, "%011o".formatted(content.length));
                put(header, 156, "0");
                out.write(header);
                out.write(content);
                out.write(new byte[512 - content.length]);
            }
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
