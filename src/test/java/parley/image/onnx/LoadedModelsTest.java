package parley.image.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Sides;
import parley.image.InputRole;
import parley.image.Resolution;
import parley.image.Shape;
import parley.image.onnx.diffusion.TinyDiffusion;
import parley.image.pixel.Picture;

class LoadedModelsTest {
    private static final ImageWish TWICE = new ImageWish.Upscale(2, 0, 0, "standard");
    private static final ImageWish CUT =
            new ImageWish.RemoveBackground(new Background.Transparent(), FileForm.PNG);

    @TempDir Path folder = Path.of("");

    private LoadedModels engine = new LoadedModels(Path.of("nowhere"), 10_000_000, 1);

    @BeforeEach
    void start() {
        engine = new LoadedModels(folder, 10_000_000, 1);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anEmptyFolderCanDoNothing() {
        LoadedModels nowhere = new LoadedModels(folder.resolve("none"), 10_000_000, 1);

        assertThat(nowhere.models(ImageFeature.UPSCALE)).isEmpty();
        assertThat(engine.models(ImageFeature.REMOVE_BACKGROUND)).isEmpty();
    }

    @Test
    void aFilesNameSaysWhatAModelIsFor() throws IOException {
        TinyModel.of(3, 0).enlarged("x", "y", 2).write(folder.resolve("some-esrgan.onnx"));
        red(32).write(folder.resolve("u2netp.onnx"));

        assertThat(engine.models(ImageFeature.UPSCALE)).containsExactly("some-esrgan");
        assertThat(engine.models(ImageFeature.REMOVE_BACKGROUND)).containsExactly("u2netp");
        assertThat(engine.models(ImageFeature.IMAGE_EXPAND)).isEmpty();
    }

    @Test
    void tilesDoNotShow() throws Exception {
        // A mean of 3 × 3 pixels needs what is around a tile.
        float[] mean = new float[27 * 3];
        for (int channel = 0; channel < 3; channel++) {
            for (int k = 0; k < 9; k++) {
                mean[channel * 27 + channel * 9 + k] = 1 / 9f;
            }
        }
        TinyModel.of(3, 0)
                .floats("w", new long[] {3, 3, 3, 3}, mean)
                .node("Conv", "x w", "soft", TinyModel.attribute("pads", 1, 1, 1, 1))
                .enlarged("soft", "y", 2)
                .write(folder.resolve("soft-esrgan.onnx"));
        Files.copy(folder.resolve("soft-esrgan.onnx"), folder.resolve("whole-esrgan.onnx"));
        Files.writeString(folder.resolve("whole-esrgan.json"), "{\"tile\":400}");
        Picture picture = noise(130, 90);
        Files.writeString(folder.resolve("soft-esrgan.json"), "{\"tile\":64}");

        Picture tiled = run(TWICE, picture, "soft-esrgan");

        assertThat(tiled.width()).isEqualTo(260);
        assertThat(tiled.height()).isEqualTo(180);
        assertThat(tiled.argb()).isEqualTo(run(TWICE, picture, "whole-esrgan").argb());
    }

    @Test
    void aTestPictureFindsTheRangeOfValues() throws Exception {
        // Rounding leaves nothing of values of 0 to 1, and all of values of 0 to 255.
        TinyModel.of(3, 0)
                .enlarged("x", "large", 2)
                .node("Round", "large", "y")
                .write(folder.resolve("rounding-x2.onnx"));
        Picture picture = noise(40, 30);

        Picture larger = run(TWICE, picture, "rounding-x2");

        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 80; x++) {
                assertThat(larger.at(x, y)).isEqualTo(picture.at(x / 2, y / 2));
            }
        }
    }

    @Test
    void modelsForGreyPicturesKeepTheColours() throws Exception {
        TinyModel.of(1, 0).enlarged("x", "y", 2).write(folder.resolve("espcn.onnx"));

        Picture larger = run(TWICE, filled(20, 20, 0xff3080c0), "espcn");

        assertThat(larger.at(20, 20)).isEqualTo(0xff3080c0);
    }

    @Test
    void anyFactorIsReachedWithAnyModel() throws Exception {
        TinyModel.of(3, 16).enlarged("x", "y", 3).write(folder.resolve("esrgan-x3.onnx"));

        Picture larger =
                run(new ImageWish.Upscale(4, 0, 0, "standard"), noise(20, 14), "esrgan-x3");

        assertThat(larger.width()).isEqualTo(80);
        assertThat(larger.height()).isEqualTo(56);
    }

    @Test
    void whatIsNoEnlargementIsRefused() throws IOException {
        TinyModel.of(3, 0)
                .enlarged("x", "large", 2)
                .node("Neg", "large", "y")
                .write(folder.resolve("negative-x2.onnx"));

        assertThatThrownBy(() -> run(TWICE, noise(20, 20), "negative-x2"))
                .isInstanceOf(ImageEngineException.class)
                .hasMessageContaining("something else of a test picture");
    }

    @Test
    void mattesAreStretchedToAllTheirRange() throws Exception {
        red(32).write(folder.resolve("u2netp.onnx"));
        Picture picture = square(64, 0xff202020, 0xffc02020);

        Picture cut = run(CUT, picture, "u2netp");

        // Lanczos overshoots at edges, so the largest value is there.
        assertThat(cut.at(32, 32) >>> 24).isGreaterThan(235);
        assertThat(cut.at(32, 32) & 0xffffff).isEqualTo(0xc02020);
        assertThat(cut.at(3, 3) >>> 24).isLessThan(20);
    }

    @Test
    void picturesAreGivenAsTheFamilyWantsThem() throws Exception {
        // Values above 0.5 are only there if 0.5 was taken away from white; the rest becomes 0.
        TinyModel.of(3, 32)
                .longs("from", 0)
                .longs("to", 1)
                .longs("axis", 1)
                .node("Slice", "x from to axis", "red")
                .node("Relu", "red", "y")
                .write(folder.resolve("isnet-general-use.onnx"));
        Picture picture = square(64, 0xff702020, 0xffff2020);

        Picture cut = run(CUT, picture, "isnet-general-use");

        // 0x70 is below one half, so nothing is left of it, where plain values would leave 44 %.
        assertThat(cut.at(3, 3) >>> 24).isZero();
        assertThat(cut.at(32, 32) >>> 24).isEqualTo(255);
    }

    @Test
    void sidecarsSayWhatNamesDoNot() throws Exception {
        TinyModel.of(3, 32)
                .longs("from", 1)
                .longs("to", 2)
                .longs("axis", 1)
                .node("Slice", "x from to axis", "y")
                .write(folder.resolve("mine.onnx"));
        assertThat(engine.models(ImageFeature.REMOVE_BACKGROUND)).isEmpty();
        Files.writeString(
                folder.resolve("mine.json"),
                """
                {"task":"matte","range":"0-255","mean":[0,128,0],"std":[1,64,1],"sigmoid":true}
                """);
        // Green of 255 is 2 deviations above the mean, 0 is 2 below: the logistic function of both
        // is stretched; in the middle it stays in the middle.
        Picture cut = run(CUT, square(64, 0xff000000, 0xff008000), "mine");

        assertThat(cut.at(32, 32) >>> 24).isGreaterThan(240);
        assertThat(cut.at(3, 3) >>> 24).isLessThan(10);
    }

    @Test
    void sidecarsThatAreWrongAreNamed() throws IOException {
        red(32).write(folder.resolve("u2net.onnx"));
        Files.writeString(folder.resolve("u2net.json"), "{\"mean\":[1,2]}");

        assertThat(engine.models(ImageFeature.REMOVE_BACKGROUND)).isEmpty();
        assertThatThrownBy(() -> Sidecar.recipe(folder.resolve("u2net.onnx")))
                .hasMessage("mean in models/onnx/u2net.json must be three numbers.");
    }

    @Test
    void damagedModelsDoNotHurtOthers() throws Exception {
        Files.write(folder.resolve("broken-esrgan.onnx"), new byte[] {8, 8, 58, 100, 1, 2, 3});
        TinyModel.of(3, 0)
                .node("NoSuchOperator", "x", "y")
                .write(folder.resolve("odd-esrgan.onnx"));
        TinyModel.of(3, 0).enlarged("x", "y", 2).write(folder.resolve("right-esrgan.onnx"));

        for (String name : new String[] {"broken-esrgan", "odd-esrgan"}) {
            assertThatThrownBy(() -> run(TWICE, noise(8, 8), name))
                    .asInstanceOf(InstanceOfAssertFactories.type(ImageEngineException.class))
                    .satisfies(e -> {
                        assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED);
                        assertThat(e.sentence()).startsWith("models/onnx/" + name + ".onnx");
                    });
        }
        assertThat(run(TWICE, noise(8, 8), "right-esrgan").width()).isEqualTo(16);
    }

    @Test
    void weightsOutsideTheFolderAreNotRead() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.write(folder.resolve("secret.bin"), new byte[4]);
        TinyModel.of(3, 0)
                .elsewhere("w", "../secret.bin")
                .node("Add", "x w", "y")
                .write(models.resolve("esrgan.onnx"));
        try (LoadedModels other = new LoadedModels(models, 10_000_000, 1)) {
            assertThatThrownBy(() -> run(other, TWICE, noise(8, 8), "esrgan"))
                    .hasMessageContaining("weights from outside its folder");
        }
    }

    @Test
    void linksThatLeadOutOfTheFolderAreNotLoaded() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Path real = TinyModel.of(3, 0).enlarged("x", "y", 2).write(folder.resolve("x.onnx"));
        Files.createSymbolicLink(models.resolve("esrgan.onnx"), real);
        try (LoadedModels other = new LoadedModels(models, 10_000_000, 1)) {
            assertThatThrownBy(() -> run(other, TWICE, noise(8, 8), "esrgan"))
                    .hasMessageContaining("leads out of the folder");
        }
    }

    @Test
    void modelsThatAreTooLargeAreNotLoaded() throws IOException {
        Files.write(folder.resolve("esrgan.onnx"), new byte[10_000_001]);

        assertThatThrownBy(() -> run(TWICE, noise(8, 8), "esrgan"))
                .hasMessageContaining("more than images.onnx.max.mb allows");
    }

    @Test
    void modelsThatAreNotThereAreNamed() throws IOException {
        red(32).write(folder.resolve("u2net.onnx"));

        assertThatThrownBy(() -> run(CUT, noise(8, 8), "birefnet"))
                .hasMessage(
                        "There is no model birefnet for remove_background in models/onnx; there is"
                                + " u2net.");
    }

    @Test
    void expandingKeepsThePictureItself() throws Exception {
        // What is to be filled becomes white, as models of this kind give it: 0 to 255.
        TinyModel.of(3, 0)
                .input("mask", 1, 0)
                .floats("white", new long[] {1}, 255)
                .node("Max", "x mask", "filled")
                .node("Mul", "filled white", "y")
                .write(folder.resolve("lama.onnx"));
        Picture picture = noise(40, 32);
        ImageWish wish =
                new ImageWish.Expand(new Sides(24, 0, 0, 8), Optional.empty(), Optional.empty());

        Picture wider = run(wish, picture, "lama");

        assertThat(wider.width()).isEqualTo(64);
        assertThat(wider.height()).isEqualTo(40);
        assertThat(wider.part(24, 0, picture.size()).argb()).isEqualTo(picture.argb());
        assertThat(wider.at(4, 4)).isEqualTo(0xffffffff);
    }

    @Test
    void foldersMakePicturesFromWords() throws Exception {
        new TinyDiffusion(folder.resolve("sd-turbo")).write();
        ImageWish wish =
                new ImageWish.Generate(
                        "the",
                        Optional.empty(),
                        Optional.empty(),
                        new Shape(1, 1),
                        Resolution.ONE_K,
                        1);
        assertThat(engine.models(ImageFeature.IMAGE_GENERATION)).containsExactly("sd-turbo");
        assertThat(engine.models(ImageFeature.REIMAGINE)).isNotEmpty();

        Outcome made = engine.run(new Job(wish, Map.of(), Optional.empty(), 1), Progress.UNHEARD);

        assertThat(made.model()).isEqualTo("sd-turbo");
        assertThat(made.pictures().getFirst().at(500, 500) & 0xff)
                .isEqualTo(TinyDiffusion.level(TinyDiffusion.said("the")));
    }

    @Test
    void replacedModelsAreLoadedAgain() throws Exception {
        Path file = folder.resolve("esrgan.onnx");
        TinyModel.of(3, 0).enlarged("x", "y", 2).write(file);
        Outcome before = outcome(engine, TWICE, noise(8, 8), "esrgan");
        TinyModel.of(3, 0).enlarged("x", "y", 4).write(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        Outcome after = outcome(engine, TWICE, noise(8, 8), "esrgan");

        assertThat(before.metrics().path("model_factor").asInt()).isEqualTo(2);
        assertThat(after.metrics().path("model_factor").asInt()).isEqualTo(4);
        assertThat(after.pictures().getFirst().width()).isEqualTo(16);
    }

    /// A model whose answer is the red channel.
    private static TinyModel red(int side) {
        return TinyModel.of(3, side)
                .longs("from", 0)
                .longs("to", 1)
                .longs("axis", 1)
                .node("Slice", "x from to axis", "y");
    }

    private Picture run(ImageWish wish, Picture picture, String model) throws InterruptedException {
        return run(engine, wish, picture, model);
    }

    private static Picture run(LoadedModels engine, ImageWish wish, Picture picture, String model)
            throws InterruptedException {
        return outcome(engine, wish, picture, model).pictures().getFirst();
    }

    private static Outcome outcome(
            LoadedModels engine, ImageWish wish, Picture picture, String model)
            throws InterruptedException {
        Job job = new Job(wish, Map.of(InputRole.IMAGE, picture), Optional.of(model), 1);
        return engine.run(job, Progress.UNHEARD);
    }

    private static Picture filled(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Picture(width, height, pixels);
    }

    private static Picture square(int side, int around, int inside) {
        int[] pixels = filled(side, side, around).argb();
        for (int y = side / 4; y < side * 3 / 4; y++) {
            for (int x = side / 4; x < side * 3 / 4; x++) {
                pixels[y * side + x] = inside;
            }
        }
        return new Picture(side, side, pixels);
    }

    private static Picture noise(int width, int height) {
        Random random = new Random(7);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        return new Picture(width, height, pixels);
    }
}
