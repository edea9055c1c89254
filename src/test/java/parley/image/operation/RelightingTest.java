package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.LightRig;
import parley.image.pixel.Picture;
import parley.image.pixel.Srgb;

class RelightingTest {
    private static final Optional<LightRig> FROM_THE_LEFT =
            Optional.of(new LightRig(180, 20, 5500, 1, 0.3));

    @Test
    void strengthZeroChangesNothing() throws InterruptedException {
        Picture ball = ball();
        assertThat(relit(ball, "moonlight", Optional.empty(), 0).argb()).isEqualTo(ball.argb());
    }

    @Test
    void moreStrengthChangesMore() throws InterruptedException {
        Picture ball = ball();
        double before = 0;
        for (int strength : new int[] {20, 40, 60, 80, 100}) {
            double changed = distance(ball, relit(ball, "candle", Optional.empty(), strength));
            assertThat(changed).isGreaterThan(before);
            before = changed;
        }
    }

    @Test
    void theSideTowardsTheLightIsBrighter() throws InterruptedException {
        Picture lit = relit(ball(), "", FROM_THE_LEFT, 100);
        assertThat(luminance(lit, 30, 48)).isGreaterThan(1.4 * luminance(lit, 66, 48));
        Picture other = relit(ball(), "sunlight from the right", Optional.empty(), 100);
        assertThat(luminance(other, 66, 48)).isGreaterThan(1.4 * luminance(other, 30, 48));
    }

    @Test
    void theLightInNumbersWinsOverWordsAndComesBack() throws InterruptedException {
        ImageEngine.Outcome outcome =
                run(ball(), "moonlight from the right", "standard", FROM_THE_LEFT, 100, Map.of());
        assertThat(outcome.metrics().get("light").get("azimuth").asDouble()).isEqualTo(180);
        assertThat(outcome.metrics().get("light").get("kelvin").asInt()).isEqualTo(5500);
    }

    @Test
    void wordsThatAreNotUnderstoodAreListedAndLowerTheConfidence() throws InterruptedException {
        ImageEngine.Outcome clear =
                run(ball(), "sunset", "standard", Optional.empty(), 100, Map.of());
        ImageEngine.Outcome unclear =
                run(ball(), "sunset with llamas", "standard", Optional.empty(), 100, Map.of());
        assertThat(unclear.metrics().get("unrendered_terms").get(0).asString()).isEqualTo("llamas");
        assertThat(unclear.confidence()).isLessThan(clear.confidence());
        assertThat(unclear.warnings()).singleElement().asString().contains("llamas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard",
                "darker_but_realistic",
                "clean",
                "smooth",
                "brighter",
                "contrasted_n_hdr",
                "just_composition"
            })
    void everyStyleGivesAPictureOfTheSameSizeThatDoesNotClip(String style)
            throws InterruptedException {
        Picture lit =
                run(ball(), "sunset", style, Optional.empty(), 100, Map.of()).pictures().getFirst();
        assertThat(lit.size()).isEqualTo(ball().size());
        assertThat(lit.argb()).doesNotContain(0xffffffff);
    }

    @Test
    void compositionAloneKeepsGreyGrey() throws InterruptedException {
        Picture lit =
                run(ball(), "candle", "just_composition", Optional.empty(), 100, Map.of())
                        .pictures()
                        .getFirst();
        for (int pixel : lit.argb()) {
            assertThat((pixel >> 16 & 0xff) - (pixel & 0xff)).isBetween(-2, 2);
        }
    }

    @Test
    void aWarmReferenceMakesAWarmPicture() throws InterruptedException {
        int[] warm = new int[64 * 48];
        for (int i = 0; i < warm.length; i++) {
            int level = 60 + i % 64 * 2;
            warm[i] = 0xff000000 | level << 16 | (level * 2 / 3) << 8 | (level / 3);
        }
        Map<InputRole, Picture> reference = Map.of(InputRole.REFERENCE, new Picture(64, 48, warm));
        ImageEngine.Outcome outcome = run(ball(), "", "standard", Optional.empty(), 100, reference);
        int middle = outcome.pictures().getFirst().at(48, 48);
        assertThat(middle >> 16 & 0xff).isGreaterThan((middle & 0xff) + 20);
        assertThat(outcome.metrics().get("light").get("kelvin").asInt()).isLessThan(4000);
    }

    @Test
    void aMapSaysWhereLightFalls() throws InterruptedException {
        int[] map = new int[96 * 96];
        for (int i = 0; i < map.length; i++) {
            map[i] = i % 96 < 48 ? 0xffffffff : 0xff202020;
        }
        Map<InputRole, Picture> lightmap = Map.of(InputRole.LIGHTMAP, new Picture(96, 96, map));
        Picture lit =
                run(ball(), "", "standard", Optional.empty(), 100, lightmap).pictures().getFirst();
        assertThat(luminance(lit, 10, 10)).isGreaterThan(2 * luminance(lit, 85, 10));
    }

    @Test
    void whatIsTransparentStaysSo() throws InterruptedException {
        Picture ball = ball();
        int[] argb = ball.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (argb[i] & 0xffffff) | (i % 256) << 24;
        }
        Picture lit = relit(new Picture(96, 96, argb), "noon", Optional.empty(), 100);
        for (int i = 0; i < argb.length; i++) {
            assertThat(lit.argb()[i] >>> 24).isEqualTo(argb[i] >>> 24);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSamePicture() throws Exception {
        Picture here = relit(ball(), "golden hour", Optional.empty(), 100);
        try (ForkJoinPool alone = new ForkJoinPool(1)) {
            Picture there =
                    alone.submit(() -> relit(ball(), "golden hour", Optional.empty(), 100)).get();
            assertThat(there.argb()).isEqualTo(here.argb());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSmallestPicturesAreLitToo(int side) throws InterruptedException {
        int[] argb = new int[side * side];
        Arrays.fill(argb, 0xff808080);
        Picture lit = relit(new Picture(side, side, argb), "neon", Optional.empty(), 100);
        assertThat(lit.width()).isEqualTo(side);
    }

    private static Picture relit(
            Picture picture, String prompt, Optional<LightRig> rig, int strength)
            throws InterruptedException {
        return run(picture, prompt, "standard", rig, strength, Map.of()).pictures().getFirst();
    }

    private static ImageEngine.Outcome run(
            Picture picture,
            String prompt,
            String style,
            Optional<LightRig> rig,
            int strength,
            Map<InputRole, Picture> more)
            throws InterruptedException {
        Map<InputRole, Picture> inputs = new HashMap<>(more);
        inputs.put(InputRole.IMAGE, picture);
        Optional<String> words = prompt.isEmpty() ? Optional.empty() : Optional.of(prompt);
        return new Relighting()
                .run(
                        new ImageEngine.Job(
                                new ImageWish.Relight(words, style, strength, rig),
                                inputs,
                                Optional.empty(),
                                1),
                        ImageEngine.Progress.UNHEARD);
    }

    /// A grey ball before a darker wall, lit from the camera.
    private static Picture ball() {
        int[] argb = new int[96 * 96];
        for (int i = 0; i < argb.length; i++) {
            double u = (i % 96 - 48) / 30.0;
            double v = (i / 96 - 48) / 30.0;
            double square = u * u + v * v;
            double light = square < 1 ? 0.3 + 0.25 * Math.sqrt(1 - square) : 0.09;
            int level = Srgb.level((float) (light * (1 + 0.05 * ((i * 31 % 17) / 8.0 - 1))));
            argb[i] = 0xff000000 | level << 16 | level << 8 | level;
        }
        return new Picture(96, 96, argb);
    }

    private static double luminance(Picture picture, int x, int y) {
        double sum = 0;
        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                sum += Srgb.linear(picture.at(x + dx, y + dy) >> 8 & 0xff);
            }
        }
        return sum / 49;
    }

    private static double distance(Picture one, Picture other) {
        double sum = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum +=
                        Math.abs(
                                (one.argb()[i] >> shift & 0xff)
                                        - (other.argb()[i] >> shift & 0xff));
            }
        }
        return sum;
    }
}
