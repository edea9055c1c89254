package parley.llm.local.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.local.gguf.TinyModel;

final class ModelPullTest {
    private static final String PATH = "/ann/tiny/resolve/main/tiny-Q4_K_M.gguf";
    private static final String NAME = "ann/tiny/tiny-Q4_K_M.gguf";

    @TempDir Path folder;
    private Path models;
    private byte[] model;
    private LoopbackHub hub;
    private final List<Long> progress = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Path file = folder.resolve("made.gguf");
        TinyModel.saying(List.of("a")).write(file);
        model = Files.readAllBytes(file);
        models = folder.resolve("models");
        hub = new LoopbackHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aFileOfARepositoryIsFetchedAndGetsItsNameWhenItIsWhole() throws Exception {
        hub.file(PATH, model);

        assertThat(pull(NAME)).containsExactly(models.resolve("tiny-Q4_K_M.gguf"));

        assertThat(models.resolve("tiny-Q4_K_M.gguf")).hasBinaryContent(model);
        assertThat(fileNames()).containsExactly("tiny-Q4_K_M.gguf");
        assertThat(progress).isSorted().last().isEqualTo((long) model.length);
    }

    @Test
    void aConnectionThatBreaksOffIsGoneOnFromWhereItStopped() throws Exception {
        hub.file(PATH, new LoopbackHub.Served(model, 60_000, true, LoopbackHub.sha256(model)));

        pull(NAME);

        assertThat(models.resolve("tiny-Q4_K_M.gguf")).hasBinaryContent(model);
        assertThat(hub.asked).startsWith(PATH, PATH + " bytes=60000-", PATH + " bytes=120000-");
    }

    @Test
    void whatAnEarlierCommandLeftIsGoneOnWith() throws Exception {
        hub.file(PATH, model);
        Files.createDirectories(models);
        Files.write(models.resolve("tiny-Q4_K_M.gguf.part"), Arrays.copyOf(model, 1000));
        Files.writeString(
                models.resolve("tiny-Q4_K_M.gguf.part.etag"),
                '"' + LoopbackHub.sha256(model) + '"');

        pull(NAME);

        assertThat(hub.asked).containsExactly(PATH + " bytes=1000-");
        assertThat(models.resolve("tiny-Q4_K_M.gguf")).hasBinaryContent(model);
    }

    @Test
    void aServerWithoutPartsSendsEverythingAgain() throws Exception {
        hub.file(PATH, new LoopbackHub.Served(model, 0, false, LoopbackHub.sha256(model)));
        Files.createDirectories(models);
        Files.write(models.resolve("tiny-Q4_K_M.gguf.part"), new byte[5000]);
        Files.writeString(models.resolve("tiny-Q4_K_M.gguf.part.etag"), "\"x\"");

        pull(NAME);

        assertThat(models.resolve("tiny-Q4_K_M.gguf")).hasBinaryContent(model);
    }

    @Test
    void aServerThatAlwaysBreaksOffIsGivenUpAndThePartKept() {
        hub.file(PATH, new LoopbackHub.Served(model, 60_000, false, ""));

        assertThatThrownBy(() -> pull(NAME))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("breaks off again and again");
        assertThat(models.resolve("tiny-Q4_K_M.gguf")).doesNotExist();
        assertThat(models.resolve("tiny-Q4_K_M.gguf.part")).exists();
    }

    @Test
    void aWrongChecksumIsThrownAway() {
        hub.file(PATH, new LoopbackHub.Served(model, 0, true, "0".repeat(64)));

        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("its checksum differs");
        assertThat(fileNames()).isEmpty();
    }

    @Test
    void theChecksumOfTheCommandCountsMore() throws Exception {
        hub.file(PATH, model);

        assertThatThrownBy(() -> pull(NAME, "main", Checksum.sha256("1".repeat(64))))
                .hasMessageContaining("its checksum differs");
        pull(NAME, "main", Checksum.sha256(LoopbackHub.sha256(model)));
        assertThat(models.resolve("tiny-Q4_K_M.gguf")).exists();
    }

    @Test
    void aPageInsteadOfAModelIsRefused() {
        hub.file(PATH, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("is not a GGUF model");
        assertThat(fileNames()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("(404)");
        assertThat(fileNames()).isEmpty();
    }

    @Test
    void aRedirectIsFollowedToAnotherHostAndToNothingButTheWeb() throws Exception {
        try (LoopbackHub store = new LoopbackHub().file("/blob", model)) {
            hub.redirect(PATH, store.address() + "/blob");
            pull(NAME);
            assertThat(models.resolve("tiny-Q4_K_M.gguf")).hasBinaryContent(model);
        }
        hub.redirect("/ann/tiny/resolve/main/b.gguf", "file:///etc/hostname");
        assertThatThrownBy(() -> pull("ann/tiny/b.gguf"))
                .hasMessageContaining("is no http or https address");
        hub.redirect("/ann/tiny/resolve/main/c.gguf", "/ann/tiny/resolve/main/c.gguf");
        assertThatThrownBy(() -> pull("ann/tiny/c.gguf")).hasMessageContaining("without end");
    }

    @Test
    void aQuantizationIsFoundInTheListOfFiles() throws Exception {
        hub.file(
                        "/api/models/ann/tiny/tree/v2",
                        """
                        [{"path": "README.md"}, {"path": "tiny-Q4_K_M.gguf"},
                         {"path": "sub/tiny-q8_0.gguf"}]\
                        """
                                .getBytes(StandardCharsets.UTF_8))
                .file("/ann/tiny/resolve/v2/sub/tiny-q8_0.gguf", model);

        assertThat(pull("ann/tiny:Q8_0", "v2", Optional.empty()))
                .containsExactly(models.resolve("tiny-q8_0.gguf"));
        assertThatThrownBy(() -> pull("ann/tiny:Q2_K", "v2", Optional.empty()))
                .hasMessageContaining("no file for Q2_K")
                .hasMessageContaining("tiny-Q4_K_M.gguf, sub/tiny-q8_0.gguf");
    }

    @Test
    void aModelInSeveralFilesIsFetchedWhole() throws Exception {
        for (int i = 1; i <= 3; i++) {
            hub.file("/ann/big/resolve/main/big-0000%d-of-00003.gguf".formatted(i), model);
        }

        assertThat(pull("ann/big/big-00001-of-00003.gguf")).hasSize(3).allMatch(Files::exists);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny",
                "../../etc/passwd.gguf",
                "ann/../tiny/x.gguf",
                "ann/tiny/../../x.gguf",
                "ann/tiny/x.txt",
                "/ann/tiny/x.gguf",
                "ann//x.gguf",
                "ann/tiny/.hidden.gguf",
                "ann/tiny:../x",
                "ann\\tiny\\x.gguf",
                "file:///etc/passwd.gguf",
                "ftp://127.0.0.1/x.gguf",
                "http://127.0.0.1/x",
                "http://127.0.0.1/..%2f..%2fx.gguf",
                "http://user@127.0.0.1/x.gguf"
            })
    void aNameLeadsNowhereElse(String name) throws IOException {
        assertThatThrownBy(() -> pull(name)).isInstanceOf(DownloadException.class);
        assertThat(hub.asked).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("made.gguf"));
        }
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        hub.file(PATH, model);
        pull(NAME);

        assertThatThrownBy(() -> pull(NAME)).hasMessageContaining("is there already");
    }

    @Test
    void withoutAHubOnlyAddressesCanBeFetched() throws Exception {
        hub.file("/x.gguf", model);
        try (Web web = new Web(Optional.empty())) {
            ModelPull pull = new ModelPull(web, Optional.empty(), models, (_, _, _) -> {});
            assertThatThrownBy(() -> pull.pull(new ModelPull.Wish(NAME, "main", Optional.empty())))
                    .hasMessageContaining("local.hub.url");

            pull.pull(new ModelPull.Wish(hub.address() + "/x.gguf", "main", Optional.empty()));
        }
        assertThat(models.resolve("x.gguf")).hasBinaryContent(model);
    }

    private List<Path> pull(String name) throws Exception {
        return pull(name, "main", Optional.empty());
    }

    private List<Path> pull(String name, String revision, Optional<Checksum> checksum)
            throws Exception {
        try (Web web = new Web(Optional.empty())) {
            URI base = URI.create(hub.address() + "/");
            return new ModelPull(web, Optional.of(base), models, (_, done, _) -> progress.add(done))
                    .pull(new ModelPull.Wish(name, revision, checksum));
        }
    }

    private List<String> fileNames() {
        try (Stream<Path> files = Files.list(models)) {
            return files.map(path -> String.valueOf(path.getFileName())).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
