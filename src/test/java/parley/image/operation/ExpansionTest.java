package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.Shape;
import parley.image.pixel.Mixing;
import parley.image.pixel.Noise;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Size;

class ExpansionTest {
    private static final ImageWish.Sides SIDES = new ImageWish.Sides(20, 14, 9, 0);

    private final Expansion expansion = new Expansion();

    @Test
    void thePicturesOwnPixelsStayAsTheyAreBitForBit() {
        Picture picture = texture(90, 70, 3);
        Picture made = expanded(picture, SIDES, 1).pictures().getFirst();
        assertThat(made.size()).isEqualTo(new Size(124, 79));
        assertThat(made.part(20, 9, picture.size()).argb()).isEqualTo(picture.argb());
    }

    @Test
    void theSameSeedGivesTheSamePictureAndAnotherOneAnother() {
        Picture picture = texture(80, 60, 4);
        int[] first = expanded(picture, SIDES, 7).pictures().getFirst().argb();
        assertThat(expanded(picture, SIDES, 7).pictures().getFirst().argb()).isEqualTo(first);
        assertThat(expanded(picture, SIDES, 8).pictures().getFirst().argb()).isNotEqualTo(first);
    }

    @Test
    void aTextureGoesOnSoThatTheCertificateIsMet() {
        ImageEngine.Outcome outcome =
                expanded(texture(140, 120, 5), new ImageWish.Sides(20, 20, 20, 20), 1);
        assertThat(outcome.metrics().path("seam_ratio").asDouble()).isBetween(0.85, 1.2);
        assertThat(outcome.metrics().path("texture_kl").asDouble()).isLessThan(0.12);
        assertThat(outcome.metrics().path("mirror_index").asDouble()).isLessThan(0.8);
        assertThat(outcome.confidence()).isGreaterThan(0.6);
    }

    @Test
    void aPlainPictureStaysPlain() {
        int[] argb = new int[60 * 50];
        Arrays.fill(argb, 0xff336699);
        Picture made = expanded(new Picture(60, 50, argb), SIDES, 1).pictures().getFirst();
        assertThat(made.argb()).containsOnly(0xff336699);
    }

    @Test
    void aSkyThatBecomesLighterDownwardsGoesOnInItsRows() {
        Picture sky = gradient(80, 60);
        Picture made = expanded(sky, new ImageWish.Sides(24, 0, 0, 0), 1).pictures().getFirst();
        for (int y = 4; y < 56; y += 6) {
            int expected = sky.at(0, y) & 0xff;
            assertThat(made.at(2, y) & 0xff).as("row %d", y).isBetween(expected - 6, expected + 6);
        }
    }

    @Test
    void whatStandsAtTheEdgeGoesOnThoughItIsNoBackground() {
        Picture town = new Picture(120, 90, new int[120 * 90]);
        for (int i = 0; i < town.argb().length; i++) {
            boolean wall = i / 120 >= 45;
            boolean window =
                    wall && i / 120 % 6 < 3 && Mixing.below(3, 1, i % 120 / 4, i / 720) > 0;
            town.argb()[i] = window ? 0xffe0c080 : wall ? 0xff504858 : 0xff90a8c8;
        }
        Picture made = expanded(town, new ImageWish.Sides(18, 18, 0, 0), 1).pictures().getFirst();
        int sky = 0;
        int windows = 0;
        for (int y = 50; y < 90; y++) {
            for (int x = 0; x < 18; x++) {
                int blue = made.at(x, y) & 0xff;
                int red = made.at(x, y) >> 16 & 0xff;
                sky += blue > 170 ? 1 : 0;
                windows += red > 190 ? 1 : 0;
            }
        }
        assertThat(sky).isLessThan(30);
        assertThat(windows).isBetween(120, 400);
    }

    @Test
    void whatStandsInTheMiddleIsNotRepeated() {
        Picture disc = texture(100, 80, 11);
        for (int i = 0; i < disc.argb().length; i++) {
            if (Math.hypot(i % 100 - 50, i / 100 - 40) < 18) {
                disc.argb()[i] = 0xff10f020;
            }
        }
        Picture made = expanded(disc, new ImageWish.Sides(16, 16, 12, 12), 1).pictures().getFirst();
        long green = Arrays.stream(made.argb()).filter(ExpansionTest::isGreen).count();
        assertThat(green)
                .isEqualTo(Arrays.stream(disc.argb()).filter(ExpansionTest::isGreen).count());
    }

    private static boolean isGreen(int argb) {
        return (argb >> 8 & 0xff) > 200 && (argb >> 16 & 0xff) < 60;
    }

    @Test
    void softBlotchesDoNotBecomeStreaks() {
        Plane blotches = Noise.clouds(160, 120, 18, 2, 12);
        int[] argb = new int[160 * 120];
        for (int i = 0; i < argb.length; i++) {
            int light = (int) (90 + 60 * blotches.values()[i]);
            argb[i] = 0xff000000 | light * 0x010101;
        }
        Picture made =
                expanded(new Picture(160, 120, argb), new ImageWish.Sides(24, 0, 0, 0), 1)
                        .pictures()
                        .getFirst();
        // Streaks hardly change outwards.
        assertThat(change(made, 0, 20)).isGreaterThan(0.8 * change(made, 24, 120));
    }

    /// The mean step from one column to the fourth next.
    private static double change(Picture picture, int left, int right) {
        double sum = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = left; x + 4 < right; x++) {
                sum += Math.abs((picture.at(x, y) & 0xff) - (picture.at(x + 4, y) & 0xff));
            }
        }
        return sum / picture.height() / (right - left - 4);
    }

    @Test
    void aShapeIsReachedByGrowingAroundTheMiddleAlone() {
        Picture picture = texture(60, 60, 6);
        ImageWish wish =
                new ImageWish.Expand(
                        ImageWish.Sides.NONE, Optional.of(new Shape(16, 9)), Optional.empty());
        Picture made = run(wish, picture, 1).pictures().getFirst();
        assertThat(made.size()).isEqualTo(new Size(107, 60));
        assertThat(made.part(23, 0, picture.size()).argb()).isEqualTo(picture.argb());
    }

    @Test
    void whatIsTransparentStaysSo() {
        Picture picture = texture(50, 40, 7);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 25; x++) {
                picture.argb()[y * 50 + x] = 0;
            }
        }
        Picture made =
                expanded(picture, new ImageWish.Sides(10, 10, 0, 0), 1).pictures().getFirst();
        assertThat(made.at(3, 20) >>> 24).isLessThan(40);
        assertThat(made.at(66, 20) >>> 24).isGreaterThan(215);
    }

    @Test
    void pixelsAndLinesGoOnToo() {
        for (Size size : new Size[] {new Size(1, 1), new Size(1, 30), new Size(6, 2)}) {
            Picture picture = texture(size.width(), size.height(), 8);
            Picture made = expanded(picture, SIDES, 1).pictures().getFirst();
            assertThat(made.size()).isEqualTo(new Size(size.width() + 34, size.height() + 9));
            assertThat(made.part(20, 9, size).argb()).isEqualTo(picture.argb());
        }
    }

    @Test
    void aPictureThatGrowsMuchIsLessCertainAndSaysSo() {
        Picture picture = texture(60, 50, 9);
        ImageEngine.Outcome little = expanded(picture, new ImageWish.Sides(6, 6, 6, 6), 1);
        ImageEngine.Outcome much = expanded(picture, new ImageWish.Sides(80, 80, 60, 60), 1);
        assertThat(much.confidence()).isLessThan(little.confidence());
        assertThat(much.warnings()).anyMatch(warning -> warning.contains("times as large"));
    }

    @Test
    void wordsThatCannotBeDrawnAreListed() {
        ImageWish wish =
                new ImageWish.Expand(SIDES, Optional.empty(), Optional.of("add a red dragon"));
        ImageEngine.Outcome outcome = run(wish, texture(40, 40, 10), 1);
        assertThat(outcome.metrics().path("unrendered_terms").toString())
                .isEqualTo("[\"add\",\"red\",\"dragon\"]");
        assertThat(outcome.warnings()).anyMatch(warning -> warning.contains("dragon"));
    }

    @Test
    void aPictureThatWouldBeTooLargeIsRefused() {
        Picture wide = new Picture(8000, 10, new int[80_000]);
        assertThatThrownBy(() -> expanded(wide, new ImageWish.Sides(0, 0, 2048, 2048), 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("megapixels");
    }

    private ImageEngine.Outcome expanded(Picture picture, ImageWish.Sides sides, long seed) {
        return run(new ImageWish.Expand(sides, Optional.empty(), Optional.empty()), picture, seed);
    }

    private ImageEngine.Outcome run(ImageWish wish, Picture picture, long seed) {
        return expansion.run(
                new ImageEngine.Job(wish, Map.of(InputRole.IMAGE, picture), Optional.empty(), seed),
                ImageEngine.Progress.UNHEARD);
    }

    private static Picture gradient(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int light = 60 + 140 * (i / width) / height;
            argb[i] = 0xff000000 | light << 16 | light << 8 | light;
        }
        return new Picture(width, height, argb);
    }

    /// Blotches with a little grain.
    static Picture texture(int width, int height, long seed) {
        Plane blotches = Noise.clouds(width, height, 9, 3, seed);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double grain = 20 * (Mixing.unit(seed, i, 1) - 0.5);
            int light = (int) Math.clamp(255 * blotches.values()[i] + grain, 0, 255);
            argb[i] = 0xff000000 | light << 16 | (light * 3 / 4) << 8 | (light / 2);
        }
        return new Picture(width, height, argb);
    }
}
