package parley.image.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageWish;
import parley.image.ImageWish.Imagination;
import parley.image.InputRole;
import parley.image.Resolution;
import parley.image.Shape;
import parley.image.pixel.Picture;

final class DiffusionPainterTest {
    private static final String NOISY =
            """
            {"timestep_spacing": "trailing", "prediction_type": "epsilon"}\
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void whatTheNetworkSaysBecomesThePicture() throws Exception {
        Path turbo = new TinyDiffusion(folder.resolve("sd-turbo")).write();
        Files.writeString(turbo.resolve("parley.json"), "{\"size\": 64}");

        Outcome made = run(turbo, generate("the of", new Shape(1, 1)), 1);

        int level = TinyDiffusion.level(TinyDiffusion.said("the of"));
        Picture picture = made.pictures().getFirst();
        assertThat(level).isBetween(40, 80);
        assertThat(picture.size()).hasToString("1024×1024");
        assertThat(picture.at(512, 300)).isEqualTo(0xff000000 | 0x010101 * level);
        assertThat(made.warnings()).singleElement().asString().contains("painted 64×64");
        assertThat(made.metrics().path("steps").asInt()).isEqualTo(4);
    }

    @Test
    void halfFloatsAndShortNumbersGiveTheSame() throws Exception {
        Path whole = new TinyDiffusion(folder.resolve("whole-turbo")).write();
        Path halves = new TinyDiffusion(folder.resolve("half-turbo")).halves().write();

        int one = run(whole, generate("the", new Shape(1, 1)), 1).pictures().getFirst().at(9, 9);
        int other = run(halves, generate("the", new Shape(1, 1)), 1).pictures().getFirst().at(9, 9);

        assertThat((one & 0xff) - (other & 0xff)).isBetween(-1, 1);
    }

    @Test
    void guidancePushesAwayFromTheNegativePrompt() throws Exception {
        Path guided = new TinyDiffusion(folder.resolve("sd15")).write();
        Files.writeString(
                guided.resolve("parley.json"), "{\"size\": 64, \"steps\": 3, \"guidance\": 3}");
        ImageWish wish =
                new ImageWish.Generate(
                        "the",
                        Optional.of("of the"),
                        Optional.empty(),
                        new Shape(1, 1),
                        Resolution.ONE_K,
                        1);

        int level = run(guided, wish, 1).pictures().getFirst().at(3, 3) & 0xff;

        double away = TinyDiffusion.said("of the");
        double expected = away + 3 * (TinyDiffusion.said("the") - away);
        assertThat(level).isEqualTo(TinyDiffusion.level(expected));
    }

    @Test
    void theSameSeedMakesTheSamePictureAndAnotherAnother() throws Exception {
        Path model = new TinyDiffusion(folder.resolve("sd-turbo")).scheduler(NOISY).write();
        Files.writeString(model.resolve("parley.json"), "{\"size\": 64}");
        ImageWish wish = generate("the", new Shape(1, 1));

        int[] first = run(model, wish, 5).pictures().getFirst().argb();

        assertThat(run(model, wish, 5).pictures().getFirst().argb()).isEqualTo(first);
        assertThat(run(model, wish, 6).pictures().getFirst().argb()).isNotEqualTo(first);
    }

    @Test
    void shapesAreKeptAndProgressIsTold() throws Exception {
        Path model = new TinyDiffusion(folder.resolve("sd-turbo")).write();
        Files.writeString(model.resolve("parley.json"), "{\"size\": 128}");
        List<Double> heard = new ArrayList<>();

        Outcome made = run(model, generate("the", new Shape(16, 9)), 1, heard::add);

        assertThat(made.pictures().getFirst().size()).hasToString("1280×720");
        assertThat(heard).isSorted().hasSizeGreaterThan(4).endsWith(1.0);
    }

    @Test
    void anInterruptEndsItBetweenSteps() throws Exception {
        Path model = new TinyDiffusion(folder.resolve("sd-turbo")).write();
        List<Double> heard = new ArrayList<>();

        assertThatThrownBy(() ->
                        run(
                                model,
                                generate("the", new Shape(1, 1)),
                                1,
                                part -> {
                                    heard.add(part);
                                    Thread.currentThread().interrupt();
                                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(heard).hasSize(1);
    }

    @Test
    void picturesAreMadeAnewFromLatentsOfTheirOwn() throws Exception {
        // Who says that there is no noise gets back what was given, but for the noise itself.
        Path model = new TinyDiffusion(folder.resolve("sd-turbo")).write();
        Files.writeString(model.resolve("parley.json"), "{\"size\": 64}");
        int[] grey = new int[90 * 60];
        Arrays.fill(grey, 0xff808080);
        Job job =
                new Job(
                        new ImageWish.Reimagine(
                                Optional.of("the"), Imagination.SUBTLE, Optional.empty(), 2),
                        Map.of(InputRole.IMAGE, new Picture(90, 60, grey)),
                        Optional.empty(),
                        1);
        try (DiffusionPainter painter = DiffusionPainter.load(model, UnaryOperator.identity(), 1)) {
            Outcome made = painter.run(job, Progress.UNHEARD);

            assertThat(made.pictures()).hasSize(2);
            assertThat(made.pictures().getFirst().size()).hasToString("90×60");
            assertThat(made.pictures().getFirst().at(45, 30) & 0xff)
                    .isEqualTo(TinyDiffusion.level(TinyDiffusion.said("the")));
        }
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() throws IOException {
        Path model =
                new TinyDiffusion(folder.resolve("odd"))
                        .scheduler("{\"beta_schedule\":\"x\"}")
                        .write();
        assertThatThrownBy(() -> DiffusionPainter.load(model, UnaryOperator.identity(), 1))
                .isInstanceOf(ImageEngineException.class)
                .hasMessage(
                        "models/onnx/odd/scheduler/scheduler_config.json cannot be used:"
                                + " beta_schedule \"x\" is not known; linear and scaled_linear are.");
        Files.delete(model.resolve("unet/model.onnx"));
        assertThat(DiffusionPainter.isIn(model)).isFalse();
    }

    private static ImageWish generate(String prompt, Shape shape) {
        return new ImageWish.Generate(
                prompt, Optional.empty(), Optional.empty(), shape, Resolution.ONE_K, 1);
    }

    private static Outcome run(Path model, ImageWish wish, long seed) throws InterruptedException {
        return run(model, wish, seed, Progress.UNHEARD);
    }

    private static Outcome run(Path model, ImageWish wish, long seed, Progress progress)
            throws InterruptedException {
        try (DiffusionPainter painter = DiffusionPainter.load(model, UnaryOperator.identity(), 1)) {
            return painter.run(new Job(wish, Map.of(), Optional.empty(), seed), progress);
        }
    }
}
