package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.local.LocalSettings;
import parley.llm.local.download.DownloadSettings;
import parley.llm.local.gguf.TinyModel;
import parley.settings.Setting;

final class ModelsCommandTest {
    @TempDir Path userHome;
    private CommandRun command;
    private Path models;

    @BeforeEach
    void start() throws IOException {
        command = new CommandRun(new WithLocalSettings(), userHome).with("PATH", "");
        models = Files.createDirectories(command.home().resolve("models"));
    }

    @Test
    void filesAreListedWithWhatTheyAreOrWhatIsWrongWithThem() throws IOException {
        TinyModel.saying(List.of("a")).write(models.resolve("tiny.gguf"));
        Files.writeString(models.resolve("page.gguf"), "<html>");

        CommandRun.Result result = command.run("models", "list");

        assertThat(result.code()).isZero();
        assertThat(result.lines().get(0)).startsWith("NAME").contains("CONTEXT");
        assertThat(result.lines().get(1)).startsWith("page").contains("is not a GGUF model");
        assertThat(result.lines().get(2)).matches("tiny .* F32 .* llama .* 512");
        assertThat(result.err()).contains("parley models setup");
    }

    @Test
    void whatIsRemovedIsGoneAndWhatIsNotThereIsSaid() throws IOException {
        TinyModel.saying(List.of("a")).write(models.resolve("tiny.gguf"));
        Path outside = userHome.resolve("outside.gguf");
        Files.writeString(outside, "mine");

        assertThat(command.run("models", "remove", "local/tiny").code()).isZero();
        assertThat(models.resolve("tiny.gguf")).doesNotExist();

        CommandRun.Result again = command.run("models", "remove", "tiny");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("There is no model tiny");
        assertThat(command.run("models", "remove", "../../outside").code()).isEqualTo(1);
        assertThat(outside).exists();
    }

    @Test
    void aModelIsPulledFromAHub() throws IOException {
        Path made = userHome.resolve("made.gguf");
        TinyModel.saying(List.of("a")).write(made);
        HttpServer hub =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext(
                "/ann/tiny/resolve/main/tiny.gguf",
                exchange -> {
                    byte[] content = Files.readAllBytes(made);
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content);
                    exchange.close();
                });
        hub.start();
        try {
            CommandRun.Result result =
                    command.run(
                            "models",
                            "pull",
                            "ann/tiny/tiny.gguf",
                            "--set",
                            "local.hub.url=http://127.0.0.1:" + hub.getAddress().getPort());

            assertThat(result.err()).contains("100 %");
            assertThat(result.out()).isEqualTo("local/tiny is ready.\n");
            assertThat(models.resolve("tiny.gguf")).hasSameBinaryContentAs(made);
        } finally {
            hub.stop(0);
        }
    }

    @Test
    void withoutAHubOrARegistryTheSettingIsNamed() {
        assertThat(command.run("models", "pull", "ann/tiny").err()).contains("local.hub.url");
        assertThat(command.run("models", "setup").err()).contains("local.registry.url");
        assertThat(command.run("models", "pull", "a/b", "--sha256", "zz").err())
                .contains("64 hex digits");
    }

    /// The small program, with the settings of local models.
    private static final class WithLocalSettings extends TestApplication {
        @Override
        public List<Setting<?>> settings() {
            List<Setting<?>> all = new ArrayList<>(super.settings());
            all.addAll(LocalSettings.ALL);
            all.addAll(DownloadSettings.ALL);
            return all;
        }
    }
}
