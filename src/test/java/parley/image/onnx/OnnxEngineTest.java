package parley.image.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.pixel.Picture;

/// Models in a process of their own, and what becomes of it.
final class OnnxEngineTest {
    private static final ImageWish TWICE = new ImageWish.Upscale(2, 0, 0, "standard");
    private static final OnnxSettings USUAL = new OnnxSettings(10, 1, 0, Duration.ofMinutes(5));

    @TempDir Path folder = Path.of("");

    @Test
    void nothingIsStartedBeforeATask() throws IOException {
        enlarging("esrgan");
        try (OnnxEngine engine = new OnnxEngine(folder, USUAL)) {
            assertThat(engine.can(ImageFeature.UPSCALE)).isTrue();
            assertThat(engine.can(ImageFeature.RELIGHT)).isFalse();
            assertThat(engine.pid()).isEmpty();
        }
    }

    @Test
    void oneProcessDoesTaskAfterTask() throws Exception {
        enlarging("esrgan");
        List<Double> heard = new ArrayList<>();
        try (OnnxEngine engine = new OnnxEngine(folder, USUAL)) {
            Outcome first = engine.run(job("esrgan"), heard::add);
            long pid = engine.pid().orElseThrow();
            Outcome second = engine.run(job("esrgan"), Progress.UNHEARD);

            assertThat(first.pictures().getFirst().at(3, 3)).isEqualTo(picture().at(1, 1));
            assertThat(second.pictures().getFirst().size()).hasToString("24×16");
            assertThat(second.metrics().path("model_factor").asInt()).isEqualTo(2);
            assertThat(heard).endsWith(1.0);
            assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(engine.pid()).hasValue(pid);
        }
    }

    @Test
    void failuresOfModelsArriveWithTheirSentences() throws Exception {
        TinyModel.of(3, 0)
                .node("NoSuchOperator", "x", "y")
                .write(folder.resolve("odd-esrgan.onnx"));
        try (OnnxEngine engine = new OnnxEngine(folder, USUAL)) {
            assertThatThrownBy(() -> engine.run(job("odd-esrgan"), Progress.UNHEARD))
                    .asInstanceOf(InstanceOfAssertFactories.type(ImageEngineException.class))
                    .satisfies(e -> {
                        assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED);
                        assertThat(e.sentence()).startsWith("models/onnx/odd-esrgan.onnx cannot");
                    });
            assertThat(engine.pid()).isPresent();
        }
    }

    @Test
    void aProcessThatDiesFailsOneTaskAndTheNextStartsAnother() throws Exception {
        enlarging("esrgan");
        try (OnnxEngine engine = engine(DiesOnceMain.class, USUAL)) {
            assertThatThrownBy(() -> engine.run(job("esrgan"), Progress.UNHEARD))
                    .asInstanceOf(InstanceOfAssertFactories.type(ImageEngineException.class))
                    .satisfies(e -> {
                        assertThat(e.kind()).isEqualTo(Kind.FAILED);
                        assertThat(e.sentence())
                                .isEqualTo(
                                        "The process that ran the model died (it aborted). The next"
                                                + " task starts another.");
                    });

            Outcome made = engine.run(job("esrgan"), Progress.UNHEARD);

            assertThat(made.pictures().getFirst().width()).isEqualTo(24);
        }
    }

    @Test
    void aProcessThatWasKilledBetweenTasksIsNotMissed() throws Exception {
        enlarging("esrgan");
        try (OnnxEngine engine = new OnnxEngine(folder, USUAL)) {
            engine.run(job("esrgan"), Progress.UNHEARD);
            ProcessHandle process = process(engine);
            process.destroyForcibly();
            process.onExit().get(20, TimeUnit.SECONDS);

            Outcome made = engine.run(job("esrgan"), Progress.UNHEARD);

            assertThat(made.pictures()).hasSize(1);
            assertThat(engine.pid()).isPresent();
            assertThat(engine.pid().getAsLong()).isNotEqualTo(process.pid());
        }
    }

    @Test
    void aTaskThatIsCancelledEndsAProcessThatDoesNotStop() throws Exception {
        enlarging("esrgan");
        try (OnnxEngine engine = engine(NeverAnswersMain.class, USUAL)) {
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread task =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    engine.run(job("esrgan"), Progress.UNHEARD);
                                } catch (InterruptedException | RuntimeException e) {
                                    ended.complete(e);
                                }
                            });
            ProcessHandle process = started(engine);
            task.interrupt();

            assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            process.onExit().get(20, TimeUnit.SECONDS);
            assertThat(engine.pid()).isEmpty();
        }
    }

    @Test
    void aModelThatNeedsTooMuchMemoryIsEnded() throws IOException {
        enlarging("esrgan");
        OnnxSettings small = new OnnxSettings(10, 1, 1, Duration.ofMinutes(5));
        try (OnnxEngine engine = engine(NeverAnswersMain.class, small)) {
            assertThatThrownBy(() -> engine.run(job("esrgan"), Progress.UNHEARD))
                    .hasMessage(
                            "The model needed more than 1 MB, which is what images.onnx.memory.mb"
                                    + " allows.");
        }
    }

    @Test
    void aProcessWithNothingToDoIsEnded() throws Exception {
        enlarging("esrgan");
        OnnxSettings hasty = new OnnxSettings(10, 1, 0, Duration.ofMillis(200));
        try (OnnxEngine engine = new OnnxEngine(folder, hasty)) {
            CompletableFuture<ProcessHandle> seen = new CompletableFuture<>();
            engine.run(job("esrgan"), _ -> seen.complete(process(engine)));

            seen.get().onExit().get(20, TimeUnit.SECONDS);

            assertThat(engine.run(job("esrgan"), Progress.UNHEARD).pictures()).hasSize(1);
        }
    }

    @Test
    void theProcessEndsWhenNobodySpeaksToItAnyMore() throws Exception {
        Process process = new ProcessBuilder(ModelCommand.java(folder, USUAL)).start();
        process.getOutputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private OnnxEngine engine(Class<?> main, OnnxSettings settings) {
        return new OnnxEngine(
                folder, settings, ModelCommand.java(main.getName(), folder, settings));
    }

    private static ProcessHandle process(OnnxEngine engine) {
        return ProcessHandle.of(engine.pid().orElseThrow()).orElseThrow();
    }

    /// Waits until the process has begun with what it never ends.
    private ProcessHandle started(OnnxEngine engine) throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            if (!java.nio.file.Files.exists(folder.resolve("started"))) {
                watch.poll(30, TimeUnit.SECONDS);
            }
        }
        return process(engine);
    }

    private void enlarging(String name) throws IOException {
        TinyModel.of(3, 0).enlarged("x", "y", 2).write(folder.resolve(name + ".onnx"));
    }

    private static Job job(String model) {
        return new Job(TWICE, Map.of(InputRole.IMAGE, picture()), Optional.of(model), 1);
    }

    private static Picture picture() {
        int[] argb = new int[12 * 8];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | 0x030201 * (i % 12 * 20 / 3 + 40);
        }
        return new Picture(12, 8, argb);
    }
}
