package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;

final class UpscalingTest {
    private final Upscaling upscaling = new Upscaling();

    @Test
    void theResultMadeSmallerIsThePictureThatWasGiven() {
        for (Picture picture : List.of(leaves(48, 40), waves(41, 57), noise(32, 33))) {
            for (int factor : new int[] {2, 4, 8}) {
                Outcome made = upscale(picture, factor);
                assertThat(made.pictures().getFirst().size())
                        .isEqualTo(picture.size().times(factor));
                assertThat(made.metrics().get("consistent").booleanValue()).isTrue();
                assertThat(made.metrics().get("consistency_rms_levels").doubleValue())
                        .isLessThan(0.5);
            }
        }
    }

    @Test
    void theCertificateIsWhatAnyoneMeasures() {
        Picture picture = waves(40, 30);
        Outcome made = upscale(picture, 4);
        Picture larger = made.pictures().getFirst();
        double squares = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float[] back =
                    Resize.plane(channel(larger, shift), picture.size(), Kernel.BICUBIC).values();
            float[] given = channel(picture, shift).values();
            for (int i = 0; i < given.length; i++) {
                squares += Math.pow(back[i] - given[i], 2);
            }
        }
        double rms = Math.sqrt(squares / 3 / picture.size().pixels());
        assertThat(made.metrics().get("consistency_rms_levels").doubleValue())
                .isCloseTo(rms, within(0.01));
    }

    @Test
    void aFlatPictureStaysFlat() {
        Picture picture = picture(20, 12, (x, y) -> 0xff3a7bc1);
        for (int factor : new int[] {2, 16}) {
            assertThat(upscale(picture, factor).pictures().getFirst().argb())
                    .containsOnly(0xff3a7bc1);
        }
    }

    @Test
    void aMirroredPictureGivesTheMirroredResult() {
        for (Picture picture : List.of(leaves(40, 33), noise(25, 30), seeThrough(31, 26))) {
            for (int factor : new int[] {2, 4}) {
                Picture made = made(picture, factor);
                assertThat(made(acrossMirrored(picture), factor).argb())
                        .isEqualTo(acrossMirrored(made).argb());
                assertThat(made(downMirrored(picture), factor).argb())
                        .isEqualTo(downMirrored(made).argb());
            }
        }
    }

    @Test
    void thingsStayWhereTheyAre() {
        Picture dot = picture(17, 17, (x, y) -> 0xff000000 | tone(255 * bell(x - 8, y - 8)));
        Picture made = made(dot, 4);
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < made.height(); y++) {
            for (int x = 0; x < made.width(); x++) {
                int level = made.at(x, y) & 0xff;
                sum += level;
                across += level * (x + 0.5);
                down += level * (y + 0.5);
            }
        }
        assertThat(across / sum).isCloseTo(34, within(1e-6));
        assertThat(down / sum).isCloseTo(34, within(1e-6));
    }

    @Test
    void theSmallestPicturesBecomeLarger() {
        Picture one = picture(1, 1, (x, y) -> 0xff102030);
        Picture six = picture(3, 2, (x, y) -> 0xff000000 | (40 * x + 17 * y) * 0x010203);
        for (int factor : new int[] {2, 4, 8, 16}) {
            assertThat(made(one, factor).argb()).hasSize(factor * factor).containsOnly(0xff102030);
            Outcome made = upscale(six, factor);
            assertThat(made.pictures().getFirst().size()).isEqualTo(six.size().times(factor));
            assertThat(made.confidence()).isLessThan(0.8);
            assertThat(made.warnings()).anyMatch(warning -> warning.contains("3 × 2"));
        }
    }

    @Test
    void whatIsTransparentStaysSoAndAddsNoColour() {
        // Red that nobody sees beside green that is seen.
        Picture picture =
                picture(24, 16, (x, y) -> x < 12 ? 0x00ff0000 : 0xff00c000 + (3 * x + 5 * y));
        Picture made = made(picture, 2);
        for (int y = 0; y < made.height(); y++) {
            for (int x = 0; x < made.width(); x++) {
                int pixel = made.at(x, y);
                // What little there is may not be seen: less than four levels of red.
                assertThat((pixel >> 16 & 0xff) * (pixel >>> 24)).isLessThan(4 * 255);
                if (x < 18) {
                    assertThat(pixel >>> 24).isLessThan(6);
                } else if (x > 29) {
                    assertThat(pixel >>> 24).isEqualTo(255);
                }
            }
        }
    }

    @Test
    void pixelArtKeepsItsPalette() {
        int[] palette = {0xff1d2b53, 0xffff004d, 0xffffec27, 0xff00e436, 0x00000000};
        Picture sprite = picture(32, 32, (x, y) -> palette[(x / 4 + y / 3) % palette.length]);
        Outcome outcome = upscale(sprite, 4);
        Picture made = outcome.pictures().getFirst();
        assertThat(Arrays.stream(made.argb()).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(palette).boxed().toList());
        assertThat(outcome.warnings()).anyMatch(warning -> warning.contains("pixel art"));
        assertThat(outcome.metrics().get("kind").stringValue()).isEqualTo("pixel_art");
    }

    @Test
    void photographsAreNoPixelArt() {
        assertThat(upscale(leaves(40, 40), 2).metrics().get("kind").stringValue())
                .isEqualTo("photograph");
    }

    @Test
    void strokesOnPaperAreKnownAndStayConsistent() {
        Picture writing =
                picture(
                        64,
                        48,
                        (x, y) -> {
                            double stroke = Math.abs((x + 0.3 * y) % 16 - 6);
                            return 0xff000000
                                    | tone(225 - 190 * Math.clamp((2.5 - stroke) / 2, 0, 1));
                        });
        Outcome made = upscale(writing, 4);
        assertThat(made.metrics().get("kind").stringValue()).isEqualTo("line_art");
        assertThat(made.metrics().get("consistency_rms_levels").doubleValue()).isLessThan(0.5);
    }

    @Test
    void sharpeningMakesEdgesSteeperAndKeepsTheCertificate() {
        Picture picture = leaves(48, 48);
        Outcome sharp = run(picture, new ImageWish.Upscale(4, 0, 80, "standard"), 1);
        assertThat(sharp.metrics().get("consistent").booleanValue()).isTrue();
        assertThat(steepness(sharp.pictures().getFirst()))
                .isGreaterThan(1.05 * steepness(made(picture, 4)));
    }

    @Test
    void whatIsMadeUpIsSaidAndComesFromTheSeed() {
        Picture picture = leaves(48, 48);
        ImageWish.Upscale wish = new ImageWish.Upscale(2, 80, 0, "standard");
        Outcome made = run(picture, wish, 7);
        assertThat(made.warnings()).anyMatch(warning -> warning.contains("not in the picture"));
        assertThat(made.metrics().get("consistent").booleanValue()).isFalse();
        assertThat(made.confidence()).isLessThan(upscale(picture, 2).confidence());
        assertThat(run(picture, wish, 7).pictures().getFirst().argb())
                .isEqualTo(made.pictures().getFirst().argb());
        assertThat(run(picture, wish, 8).pictures().getFirst().argb())
                .isNotEqualTo(made.pictures().getFirst().argb());
    }

    @Test
    void noiseAndHugeFactorsLowerConfidence() {
        Picture clear = waves(48, 48);
        assertThat(upscale(clear, 16).confidence()).isLessThan(upscale(clear, 2).confidence());
        Outcome noisy = upscale(noise(48, 48), 2);
        assertThat(noisy.confidence()).isLessThan(upscale(clear, 2).confidence());
        assertThat(noisy.warnings()).anyMatch(warning -> warning.contains("noisy"));
    }

    @Test
    void stepsBetweenBlocksOfStrongCompressionAreSmoothed() throws IOException {
        Picture original =
                picture(
                        128,
                        128,
                        (x, y) ->
                                0xff000000
                                        | (int) (128 + 90 * Math.sin(x * 0.06 + y * 0.03)) << 16
                                        | (int) (128 + 80 * Math.cos(y * 0.05)) << 8
                                        | (int) (120 + 80 * Math.sin((x + y) * 0.04)));
        Outcome made = upscale(compressed(original, 0.05f), 2);
        assertThat(made.warnings()).anyMatch(warning -> warning.contains("8 × 8"));
        assertThat(upscale(compressed(original, 0.95f), 2).warnings()).isEmpty();
    }

    private static Picture compressed(Picture picture, float quality) throws IOException {
        int width = picture.width();
        BufferedImage image =
                new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, picture.height(), picture.argb(), 0, width);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam form = writer.getDefaultWriteParam();
        form.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        form.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), form);
        } finally {
            writer.dispose();
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        return new Picture(
                width,
                picture.height(),
                read.getRGB(0, 0, width, picture.height(), null, 0, width));
    }

    @Test
    void moreThan25MegapixelsAreRefused() {
        Picture picture = picture(700, 700, (x, y) -> 0xff000000);
        assertThatThrownBy(() -> upscale(picture, 8))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("31.4 megapixels");
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> upscale(leaves(64, 64), 2))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void progressGoesForwardToTheEnd() {
        List<Double> heard = new ArrayList<>();
        Job job = job(leaves(32, 32), new ImageWish.Upscale(8, 0, 0, "standard"), 1);
        upscaling.run(job, heard::add);
        assertThat(heard).isSorted().hasSizeGreaterThan(3).endsWith(1.0);
    }

    private Outcome upscale(Picture picture, int factor) {
        return run(picture, new ImageWish.Upscale(factor, 0, 0, "standard"), 1);
    }

    private Picture made(Picture picture, int factor) {
        return upscale(picture, factor).pictures().getFirst();
    }

    private Outcome run(Picture picture, ImageWish.Upscale wish, long seed) {
        return upscaling.run(job(picture, wish, seed), Progress.UNHEARD);
    }

    private static Job job(Picture picture, ImageWish.Upscale wish, long seed) {
        return new Job(wish, Map.of(InputRole.IMAGE, picture), Optional.empty(), seed);
    }

    private static Picture picture(int width, int height, IntBinaryOperator pixel) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> pixel.applyAsInt(i % width, i / width));
        return new Picture(width, height, argb);
    }

    private static int tone(double level) {
        return Math.clamp(Math.round(level), 0, 255) * 0x010101;
    }

    private static double bell(double x, double y) {
        return Math.exp(-(x * x + y * y) / 6);
    }

    /// Shaded discs of all colours over each other, with smooth edges.
    private static Picture leaves(int width, int height) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] tones = new double[3][width * height];
        for (int leaf = 0; leaf < 120; leaf++) {
            double middleX = random.nextDouble(width);
            double middleY = random.nextDouble(height);
            double radius = random.nextDouble(2, 9);
            double[] colour = random.doubles(3, 10, 245).toArray();
            for (int i = 0; i < width * height; i++) {
                int row = i / width;
                double away = Math.hypot(i % width - middleX, row - middleY);
                double cover = leaf == 0 ? 1 : Math.clamp(radius - away, 0, 1);
                for (int channel = 0; channel < 3; channel++) {
                    double tone = colour[channel] + away - row * 0.5;
                    tones[channel][i] += cover * (tone - tones[channel][i]);
                }
            }
        }
        return picture(
                width,
                height,
                (x, y) ->
                        0xff000000
                                | (tone(tones[0][y * width + x]) & 0xff0000)
                                | (tone(tones[1][y * width + x]) & 0xff00)
                                | (tone(tones[2][y * width + x]) & 0xff));
    }

    private static Picture waves(int width, int height) {
        return picture(
                width,
                height,
                (x, y) ->
                        0xff000000
                                | (int) (128 + 100 * Math.sin(x * 0.5 + y * 0.2)) << 16
                                | (int) (128 + 90 * Math.cos(y * 0.4)) << 8
                                | (int) (120 + 80 * Math.sin(x * y * 0.01)));
    }

    private static Picture noise(int width, int height) {
        SplittableRandom random = new SplittableRandom(3);
        return picture(
                width, height, (x, y) -> 0xff000000 | 0x404040 + random.nextInt(64) * 0x010101);
    }

    private static Picture seeThrough(int width, int height) {
        return picture(
                width,
                height,
                (x, y) -> Math.floorMod(x * y * 7 + 3 * x, 256) << 24 | (x * y * 4099) % (1 << 24));
    }

    private static Picture acrossMirrored(Picture picture) {
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> picture.at(picture.width() - 1 - x, y));
    }

    private static Picture downMirrored(Picture picture) {
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> picture.at(x, picture.height() - 1 - y));
    }

    private static Plane channel(Picture picture, int shift) {
        Plane plane = Plane.empty(picture.width(), picture.height());
        for (int i = 0; i < picture.argb().length; i++) {
            plane.values()[i] = picture.argb()[i] >> shift & 0xff;
        }
        return plane;
    }

    /// The largest differences of neighbours: the mean of the highest hundredth.
    private static double steepness(Picture picture) {
        int[] steps = new int[picture.argb().length - 1];
        Arrays.setAll(
                steps,
                i ->
                        (i + 1) % picture.width() == 0
                                ? 0
                                : Math.abs(
                                        (picture.argb()[i] & 0xff)
                                                - (picture.argb()[i + 1] & 0xff)));
        Arrays.sort(steps);
        return Arrays.stream(steps, steps.length - steps.length / 100, steps.length)
                .average()
                .orElseThrow();
    }
}
