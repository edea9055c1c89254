package parley.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.local.gguf.TinyModel;
import parley.settings.SettingValues;

/// A home with model files and a library that is none: its models are run by [ScriptedChild].
final class ScriptedHome implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    final Path library;
    final LocalProvider provider;

    ScriptedHome(Path home, Map<String, String> settings, Duration cancelPatience)
            throws IOException {
        library = Files.createDirectories(home.resolve("library"));
        for (String part : List.of("ggml-base", "ggml", "llama")) {
            Files.writeString(library.resolve("lib%s.so".formatted(part)), "");
        }
        Path models = Files.createDirectories(ModelFolder.folder(home));
        for (String name : List.of("good", "dies-loading", "hangs-loading", "refuses")) {
            TinyModel.saying(List.of("a")).write(models.resolve(name + ".gguf"));
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put("local.library", library.toString());
        provider =
                new LocalProvider(
                        LocalSettings.from(new SettingValues(all)),
                        home,
                        ChildCommand.java(ScriptedChild.class.getName()),
                        cancelPatience);
    }

    static ModelRequest request(String model, String wish) {
        return new ModelRequest(
                model, List.of(new ChatMessage(Role.USER, wish)), "", Sampling.DEFAULT, true);
    }

    long count(String event) {
        Path journal = ScriptedChild.journal(library);
        try {
            return Files.exists(journal)
                    ? Files.readAllLines(journal).stream().filter(event::equals).count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never happened").isLessThan(deadline);
            Thread.onSpinWait();
            Thread.sleep(2);
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
