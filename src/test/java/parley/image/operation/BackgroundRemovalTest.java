package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.RemoveBackground;
import parley.image.InputRole;
import parley.image.pixel.Picture;

class BackgroundRemovalTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;
    private static final int RED = 0xffc03028;
    private static final int WALL = 0xffd8d0c0;

    private final BackgroundRemoval removal = new BackgroundRemoval();

    @Test
    void aDiscIsCutOutOfAPlainWall() throws Exception {
        Outcome outcome = run(disc(WALL, 0), new Background.Transparent());

        Picture cut = outcome.pictures().getFirst();
        assertThat(overlapWithDisc(cut)).isGreaterThan(0.98);
        assertThat(outcome.confidence()).isGreaterThan(0.8);
        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.metrics().path("foreground_fraction").asDouble()).isBetween(0.22, 0.3);
    }

    @Test
    void noiseDoesNotHideTheSubject() throws Exception {
        Picture cut = run(disc(WALL, 6), new Background.Transparent()).pictures().getFirst();

        assertThat(overlapWithDisc(cut)).isGreaterThan(0.96);
    }

    @Test
    void theEdgeHasNothingOfTheBackground() throws Exception {
        Picture cut = run(disc(0xff20d020, 0), new Background.Transparent()).pictures().getFirst();

        for (int pixel : cut.argb()) {
            int alpha = pixel >>> 24;
            if (alpha > 40) {
                assertThat(pixel >> 8 & 0xff).as("green at alpha %d", alpha).isLessThan(0x60);
            }
        }
    }

    @Test
    void aColourIsPutBehind() throws Exception {
        Picture made = run(disc(WALL, 0), new Background.Colour(0x0000ff)).pictures().getFirst();

        assertThat(made.at(3, 3)).isEqualTo(0xff0000ff);
        assertThat(made.at(100, 75)).isEqualTo(RED);
        assertThat(made.hasAlpha()).isFalse();
    }

    @Test
    void aBlurredBackgroundHasNoHaloOfTheSubject() throws Exception {
        Picture made = run(disc(WALL, 0), new Background.Blurred()).pictures().getFirst();

        for (int x = 0; x < 46; x++) {
            int wall = made.at(x, 75);
            assertThat(Math.abs((wall & 0xff) - (WALL & 0xff))).isLessThan(6);
        }
        assertThat(made.at(100, 75)).isEqualTo(RED);
    }

    @Test
    void anotherPictureIsPutBehindCoveringAll() throws Exception {
        Picture other = filled(30, 60, 0xff123456);

        Picture made =
                run(disc(WALL, 0), new Background.Other(), Optional.of(other))
                        .pictures()
                        .getFirst();

        assertThat(made.size()).isEqualTo(disc(WALL, 0).size());
        assertThat(made.at(2, 2)).isEqualTo(0xff123456);
        assertThat(made.at(197, 147)).isEqualTo(0xff123456);
    }

    @Test
    void anotherPictureMustBeGiven() {
        assertThatThrownBy(() -> run(disc(WALL, 0), new Background.Other()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("background_image must be given");
    }

    @Test
    void whatIsAlreadyCutOutStaysAsItIs() throws Exception {
        Picture cut = run(disc(WALL, 0), new Background.Transparent()).pictures().getFirst();

        Outcome again = run(cut, new Background.Transparent());

        assertThat(again.pictures().getFirst().argb()).isEqualTo(cut.argb());
        assertThat(again.confidence()).isEqualTo(1);
        assertThat(again.model()).isEqualTo("matte-alpha");
    }

    @Test
    void aPictureWithoutASubjectSaysSo() throws Exception {
        Outcome outcome = run(filled(WIDTH, HEIGHT, WALL), new Background.Transparent());

        assertThat(outcome.confidence()).isLessThan(0.3);
        assertThat(outcome.warnings()).isNotEmpty();
    }

    @Test
    void pureNoiseIsNotBelieved() throws Exception {
        Random random = new Random(3);
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.nextInt(1 << 24);
        }

        Outcome outcome = run(new Picture(WIDTH, HEIGHT, argb), new Background.Transparent());

        assertThat(outcome.confidence()).isLessThan(0.6);
        assertThat(outcome.warnings()).hasSize(1);
    }

    @Test
    void everySizeWorks() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {2, 3}, {7, 90}, {300, 5}, {16, 16}}) {
            Outcome outcome = run(filled(size[0], size[1], RED), new Background.Transparent());

            assertThat(outcome.pictures().getFirst().width()).isEqualTo(size[0]);
            assertThat(outcome.pictures().getFirst().height()).isEqualTo(size[1]);
        }
    }

    @Test
    void theSamePictureIsAlwaysCutTheSameWay() throws Exception {
        Picture picture = disc(WALL, 12);

        int[] once = run(picture, new Background.Transparent()).pictures().getFirst().argb();
        int[] twice = run(picture, new Background.Transparent()).pictures().getFirst().argb();

        assertThat(once).isEqualTo(twice);
    }

    private Outcome run(Picture picture, Background background) throws InterruptedException {
        return run(picture, background, Optional.empty());
    }

    private Outcome run(Picture picture, Background background, Optional<Picture> other)
            throws InterruptedException {
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        inputs.put(InputRole.IMAGE, picture);
        other.ifPresent(given -> inputs.put(InputRole.BACKGROUND, given));
        RemoveBackground wish = new RemoveBackground(background, FileForm.PNG);
        return removal.run(new Job(wish, inputs, Optional.empty(), 1), Progress.UNHEARD);
    }

    private static Picture filled(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Picture(width, height, pixels);
    }

    /// A red disc of radius 50 in the middle, its edge smooth.
    private static Picture disc(int around, double noise) {
        Random random = new Random(5);
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            double share = Math.clamp(50.5 - fromMiddle(i), 0, 1);
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                double level =
                        share * (RED >> shift & 0xff)
                                + (1 - share) * (around >> shift & 0xff)
                                + noise * random.nextGaussian();
                pixel = pixel << 8 | Math.clamp(Math.round(level), 0, 255);
            }
            pixels[i] = pixel;
        }
        return new Picture(WIDTH, HEIGHT, pixels);
    }

    private static double fromMiddle(int i) {
        return Math.hypot(i % WIDTH - 100, i / WIDTH - 75);
    }

    private static double overlapWithDisc(Picture cut) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < cut.argb().length; i++) {
            boolean found = cut.argb()[i] >>> 24 > 127;
            boolean isDisc = fromMiddle(i) < 50;
            both += found && isDisc ? 1 : 0;
            either += found || isDisc ? 1 : 0;
        }
        return (double) both / either;
    }
}
