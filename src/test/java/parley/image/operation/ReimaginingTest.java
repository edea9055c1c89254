package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.ImageWish.Imagination;
import parley.image.InputRole;
import parley.image.Shape;
import parley.image.operation.reimagine.Distances;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;

class ReimaginingTest {
    @ParameterizedTest
    @CsvSource({"1, ''", "2, ''", "3, winter", "4, noir", "5, a sunset"})
    void moreImaginationGoesFurther(long seed, String prompt) throws InterruptedException {
        Distances subtle = far(prompt, Imagination.SUBTLE, seed);
        Distances vivid = far(prompt, Imagination.VIVID, seed);
        Distances wild = far(prompt, Imagination.WILD, seed);
        assertThat(subtle.colour()).isPositive().isLessThan(vivid.colour());
        assertThat(vivid.colour()).isLessThan(wild.colour());
        assertThat(subtle.structure()).isPositive().isLessThan(vivid.structure());
        assertThat(vivid.structure()).isLessThan(wild.structure());
    }

    @Test
    void theSameSeedGivesTheSamePictureOnAnyNumberOfThreads() throws Exception {
        Picture here = one("rain", Imagination.WILD, 9);
        try (ForkJoinPool alone = new ForkJoinPool(1)) {
            Picture there = alone.submit(() -> one("rain", Imagination.WILD, 9)).get();
            assertThat(there.argb()).isEqualTo(here.argb());
        }
        assertThat(one("rain", Imagination.WILD, 10).argb()).isNotEqualTo(here.argb());
    }

    @Test
    void severalVariationsDiffer() throws InterruptedException {
        ImageEngine.Outcome outcome = run(scene(), "", Imagination.VIVID, 3, Optional.empty(), 4);
        assertThat(outcome.pictures()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Picture picture = outcome.pictures().get(i);
            Picture next = outcome.pictures().get((i + 1) % 3);
            assertThat(Distances.between(picture, next).colour()).isGreaterThan(2);
        }
        assertThat(outcome.metrics().get("colour_distances").size()).isEqualTo(3);
    }

    @Test
    void withoutColoursThereAreNone() throws InterruptedException {
        for (int pixel : one("noir", Imagination.SUBTLE, 3).argb()) {
            Lab colour = Lab.of(pixel);
            assertThat(Math.hypot(colour.a(), colour.b())).isLessThan(9);
        }
    }

    @ParameterizedTest
    @CsvSource({"1:1, 80, 80", "3:1, 240, 80"})
    void theShapeIsTheOneThatIsAskedFor(String shape, int width, int height)
            throws InterruptedException {
        Shape asked = Shape.parse("aspect_ratio", shape);
        Picture made =
                run(scene(), "", Imagination.SUBTLE, 1, Optional.of(asked), 1)
                        .pictures()
                        .getFirst();
        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
    }

    @Test
    void whatCannotBeDrawnIsListed() throws InterruptedException {
        ImageEngine.Outcome outcome =
                run(scene(), "a dragon at sunset", Imagination.VIVID, 1, Optional.empty(), 1);
        assertThat(outcome.metrics().get("unrendered_terms").get(0).asString()).isEqualTo("dragon");
        assertThat(outcome.warnings()).singleElement().asString().contains("dragon");
        assertThat(outcome.confidence()).isLessThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theSmallestPicturesAreVariedToo(int side) throws InterruptedException {
        int[] argb = new int[side * side];
        Arrays.fill(argb, 0xff3060a0);
        Picture small = new Picture(side, side, argb);
        Picture made =
                run(small, "winter oil painting", Imagination.WILD, 1, Optional.empty(), 1)
                        .pictures()
                        .getFirst();
        assertThat(made.size()).isEqualTo(small.size());
    }

    @Test
    void whatIsTransparentStaysSoWhereNothingMoves() throws InterruptedException {
        int[] argb = scene().argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 120 < 60 ? argb[i] & 0xffffff : argb[i];
        }
        Picture made =
                run(new Picture(120, 80, argb), "", Imagination.SUBTLE, 1, Optional.empty(), 2)
                        .pictures()
                        .getFirst();
        assertThat(made.at(10, 40) >>> 24).isZero();
        assertThat(made.at(110, 40) >>> 24).isEqualTo(255);
    }

    private static Distances far(String prompt, Imagination imagination, long seed)
            throws InterruptedException {
        return Distances.between(scene(), one(prompt, imagination, seed));
    }

    private static Picture one(String prompt, Imagination imagination, long seed)
            throws InterruptedException {
        return run(scene(), prompt, imagination, 1, Optional.empty(), seed).pictures().getFirst();
    }

    private static ImageEngine.Outcome run(
            Picture picture,
            String prompt,
            Imagination imagination,
            int count,
            Optional<Shape> shape,
            long seed)
            throws InterruptedException {
        Optional<String> words = prompt.isEmpty() ? Optional.empty() : Optional.of(prompt);
        return new Reimagining()
                .run(
                        new ImageEngine.Job(
                                new ImageWish.Reimagine(words, imagination, shape, count),
                                Map.of(InputRole.IMAGE, picture),
                                Optional.empty(),
                                seed),
                        ImageEngine.Progress.UNHEARD);
    }

    /// A sky, a hill and a house.
    private static Picture scene() {
        int[] argb = new int[120 * 80];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 120;
            int y = i / 120;
            int grain = (x * 7 + y * 13) % 11;
            int colour = 0x6fa0d8 + ((y / 2) << 16) + (grain << 8);
            if (y > 48 + 9 * Math.sin(x / 17.0)) {
                colour = 0x3f7030 + ((grain * 3) << 8) + (grain << 16);
            }
            if (x > 66 && x < 94 && y > 34 && y < 62) {
                colour = (x / 5 + y / 5) % 2 == 0 ? 0xb04838 : 0xd8c8a0;
            }
            argb[i] = 0xff000000 | colour;
        }
        return new Picture(120, 80, argb);
    }
}
