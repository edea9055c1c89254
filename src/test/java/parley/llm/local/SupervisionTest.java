package parley.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.llm.ModelInfo;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.settings.SettingValues;

/// What the server does when the process of a model dies, hangs or never comes up: real processes,
/// really ended.
final class SupervisionTest {
    @TempDir Path folder;
    private ScriptedHome home;

    @BeforeEach
    void start() throws IOException {
        home = new ScriptedHome(folder, Map.of("local.load.seconds", "5"), Duration.ofMillis(200));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void aProcessThatDiesEndsItsAnswerAndTheNextQuestionStartsAnother() throws Exception {
        RecordedEvents events = new RecordedEvents();

        assertThatThrownBy(() -> home.provider.run(ScriptedHome.request("good", "die"), events))
                .asInstanceOf(type(ProviderException.class))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE);
                    assertThat(failure.sentence()).contains("good has died");
                });
        assertThat(events.text()).isEqualTo("so far");
        assertAnswers();
    }

    @Test
    void aProcessThatIsKilledIsTheSame() throws Exception {
        assertEndsWhen("kill -9");
    }

    @Test
    void aProcessThatBreaksOnMemoryIsTheSame() throws Exception {
        assertEndsWhen("kill -SEGV");
    }

    @Test
    void aProcessThatDiesWhileNobodyAsksIsReplacedWithoutAWord() throws Exception {
        assertAnswers();
        ProcessHandle process = child();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);

        assertAnswers();
    }

    @Test
    void aProcessThatIsStuckIsEndedWhenNobodyWantsTheAnswer() throws Exception {
        RecordedEvents events = new RecordedEvents();
        Running stuck = start("be stuck", events);
        events.awaitText();
        ProcessHandle process = child();

        stuck.thread().interrupt();

        assertThat(stuck.failure()).isInstanceOf(InterruptedException.class);
        process.onExit().get(20, TimeUnit.SECONDS);
        assertAnswers();
    }

    @Test
    void aFileAtWhichTheProcessDiesIsAClearError() throws Exception {
        assertRefused("dies-loading", "Its process died; the file is probably damaged.");
        assertAnswers();
    }

    @Test
    void aFileThatIsNotLoadedInTimeIsGivenUp() {
        assertThatThrownBy(() ->
                        home.provider.run(
                                ScriptedHome.request("hangs-loading", "x"), new RecordedEvents()))
                .hasMessageContaining("was not loaded within 5 s");
    }

    @Test
    void aFileThatIsNotLikedSaysWhy() {
        assertRefused("refuses", "It does not like this file.");
    }

    @Test
    void aRequestThatIsRefusedIsNotTriedAgain() {
        assertThatThrownBy(() ->
                        home.provider.run(
                                ScriptedHome.request("good", "refuse"), new RecordedEvents()))
                .asInstanceOf(type(ProviderException.class))
                .extracting(ProviderException::kind, ProviderException::sentence)
                .containsExactly(ProviderException.Kind.REFUSED, "No, never.");
    }

    @Test
    void nonsenseIsNotBelieved() throws Exception {
        assertThatThrownBy(() ->
                        home.provider.run(
                                ScriptedHome.request("good", "talk nonsense"),
                                new RecordedEvents()))
                .hasMessageContaining("said something unexpected");
        assertAnswers();
    }

    @Test
    void closingEndsTheProcesses() throws Exception {
        assertAnswers();
        ProcessHandle process = child();

        home.close();

        process.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void oneModelMakesRoomForAnother() throws Exception {
        assertAnswers();
        ProcessHandle first = child();
        Files.copy(
                ModelFolder.folder(folder).resolve("good.gguf"),
                ModelFolder.folder(folder).resolve("other.gguf"));

        home.provider.run(ScriptedHome.request("other", "hello"), new RecordedEvents());

        first.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void vectorsComeFromTheProcessToo() throws Exception {
        var made = home.provider.embed("good", List.of("a", "b"), OptionalInt.empty());

        assertThat(made.vectors()).hasSize(2);
        assertThat(made.usage().inputTokens()).isEqualTo(7);
    }

    @Test
    void aFileThatComesLaterIsAModelAndADamagedOneIsNot() throws Exception {
        Path models = ModelFolder.folder(folder);
        Files.copy(models.resolve("good.gguf"), models.resolve("late.gguf"));
        Files.writeString(models.resolve("page.gguf"), "<html>");

        assertThat(home.provider.models())
                .extracting(ModelInfo::name)
                .contains("good", "late")
                .doesNotContain("page");
        assertRefused("page", "The file page.gguf is not a GGUF model");
    }

    @Test
    void withoutALibraryTheModelsAreWaitingForOne() throws Exception {
        try (LocalProvider bare =
                new LocalProvider(LocalSettings.from(SettingValues.DEFAULTS), folder)) {
            assertThatThrownBy(bare::models)
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("parley models setup")
                    .hasMessageContaining("good");
            assertThatThrownBy(
                            () -> bare.run(ScriptedHome.request("good", "x"), new RecordedEvents()))
                    .asInstanceOf(type(ProviderException.class))
                    .extracting(ProviderException::kind)
                    .isEqualTo(ProviderException.Kind.UNAVAILABLE);
        }
    }

    private void assertEndsWhen(String command) throws Exception {
        RecordedEvents events = new RecordedEvents();
        Running running = start("stall", events);
        events.awaitText();

        new ProcessBuilder((command + " " + child().pid()).split(" ")).start().waitFor();

        assertThat(running.failure()).hasMessageContaining("good has died");
        assertAnswers();
    }

    private void assertRefused(String model, String reason) {
        assertThatThrownBy(() ->
                        home.provider.run(ScriptedHome.request(model, "x"), new RecordedEvents()))
                .asInstanceOf(type(ProviderException.class))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REFUSED);
                    assertThat(failure.sentence()).contains(reason);
                });
    }

    private void assertAnswers() throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        home.provider.run(ScriptedHome.request("good", "hello"), events);
        assertThat(events.text()).isEqualTo("Well, hello.");
    }

    /// The Java process that was started last.
    private static ProcessHandle child() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(ProcessHandle::isAlive)
                .max(
                        Comparator.comparing(
                                process -> process.info().startInstant().orElse(Instant.MIN)))
                .orElseThrow();
    }

    private Running start(String wish, RecordedEvents events) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                home.provider.run(ScriptedHome.request("good", wish), events);
                                failure.completeExceptionally(
                                        new AssertionError("The run did not fail."));
                            } catch (InterruptedException | RuntimeException e) {
                                failure.complete(e);
                            }
                        });
        return new Running(thread, failure);
    }

    private record Running(Thread thread, CompletableFuture<Throwable> failed) {
        Throwable failure() throws Exception {
            return failed.get(20, TimeUnit.SECONDS);
        }
    }
}
