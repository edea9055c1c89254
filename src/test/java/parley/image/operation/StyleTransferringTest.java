package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import parley.error.AppException;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.operation.style.StyleScore;
import parley.image.pixel.Picture;

class StyleTransferringTest {
    static final java.util.List<String> PAINTED = ImageWish.Choices.PAINTED_STYLES;

    private final StyleTransferring transferring = new StyleTransferring();
    private final Picture picture = ExpansionTest.texture(72, 56, 1);
    private final Picture reference = blue(ExpansionTest.texture(64, 64, 2));

    @Test
    void strengthZeroChangesNothing() {
        Picture made = transferred(0, 50, "faithful", Optional.empty());
        assertThat(made.argb()).isEqualTo(picture.argb());
        Picture painted = transferred(0, 50, "faithful", Optional.of("oil"));
        assertThat(painted.argb()).isEqualTo(picture.argb());
    }

    @Test
    void theMoreStrengthTheNearerAreTheColoursToTheReference() {
        double none = distance(picture);
        double half = distance(transferred(50, 50, "donotstyle", Optional.empty()));
        double whole = distance(transferred(100, 50, "donotstyle", Optional.empty()));
        assertThat(half).isLessThan(none * 0.7);
        assertThat(whole).isLessThan(half * 0.7);
    }

    @Test
    void withoutStructureTheColoursBecomeThoseOfTheReference() {
        Picture made = transferred(100, 0, "donotstyle", Optional.empty());
        assertThat(distance(made)).isLessThan(1);
    }

    @Test
    void theMoreStructureIsAskedForTheMoreIsKept() {
        Picture free = transferred(100, 0, "donotstyle", Optional.empty());
        Picture kept = transferred(100, 100, "donotstyle", Optional.empty());
        double structure = StyleScore.of(picture, kept, reference).structure();
        assertThat(structure).isGreaterThan(0.95);
        assertThat(structure)
                .isGreaterThanOrEqualTo(StyleScore.of(picture, free, reference).structure() - 0.01);
    }

    @Test
    void eachFlavourMakesAnotherPicture() {
        Set<Integer> seen = new HashSet<>();
        for (String flavour : ImageWish.Choices.FLAVORS) {
            Picture made = transferred(100, 50, flavour, Optional.empty());
            assertThat(seen.add(java.util.Arrays.hashCode(made.argb()))).as(flavour).isTrue();
        }
    }

    @Test
    void eachWayOfPaintingMakesAnotherPicture() {
        Set<Integer> seen = new HashSet<>();
        seen.add(java.util.Arrays.hashCode(picture.argb()));
        for (String style : PAINTED) {
            Picture made = painted(picture, style);
            assertThat(made.size()).isEqualTo(picture.size());
            assertThat(seen.add(java.util.Arrays.hashCode(made.argb()))).as(style).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("PAINTED")
    void aWayOfPaintingGivesTheSameEachTimeAndKeepsAlpha(String style) {
        Picture hole = new Picture(72, 56, picture.argb().clone());
        for (int i = 0; i < 500; i++) {
            hole.argb()[i] = 0x30ffffff & hole.argb()[i];
        }
        Picture made = painted(hole, style);
        assertThat(painted(hole, style).argb()).isEqualTo(made.argb());
        for (int i = 0; i < hole.argb().length; i++) {
            assertThat(made.argb()[i] >>> 24).isEqualTo(hole.argb()[i] >>> 24);
        }
    }

    @ParameterizedTest
    @FieldSource("PAINTED")
    void aSinglePixelAndALineArePaintedToo(String style) {
        assertThat(painted(new Picture(1, 1, new int[] {0xff102030}), style).argb()).hasSize(1);
        Picture line = ExpansionTest.texture(31, 1, 3);
        assertThat(painted(line, style).size()).isEqualTo(line.size());
    }

    @Test
    void aSinglePixelTakesTheColourOfAnother() {
        Picture one = new Picture(1, 1, new int[] {0xff102030});
        ImageEngine.Outcome outcome =
                run(wish(100, 50, "faithful", Optional.empty()), one, Optional.of(reference));
        assertThat(outcome.pictures().getFirst().argb()).hasSize(1);
    }

    @Test
    void theOutcomeTellsHowNearTheColoursCame() {
        ImageEngine.Outcome outcome =
                run(wish(100, 50, "faithful", Optional.empty()), picture, Optional.of(reference));
        assertThat(outcome.metrics().path("colour_distance").asDouble())
                .isLessThan(outcome.metrics().path("colour_distance_before").asDouble());
        assertThat(outcome.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void withNeitherReferenceNorPaintThereIsNoStyle() {
        assertThatThrownBy(() ->
                        run(wish(100, 50, "faithful", Optional.empty()), picture, Optional.empty()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("reference_image");
    }

    private double distance(Picture made) {
        return StyleScore.of(picture, made, reference).distance();
    }

    private Picture transferred(
            int strength, int structure, String flavour, Optional<String> style) {
        return run(wish(strength, structure, flavour, style), picture, Optional.of(reference))
                .pictures()
                .getFirst();
    }

    private Picture painted(Picture what, String style) {
        return run(wish(100, 50, "faithful", Optional.of(style)), what, Optional.empty())
                .pictures()
                .getFirst();
    }

    private static ImageWish wish(
            int strength, int structure, String flavour, Optional<String> style) {
        return new ImageWish.StyleTransfer(strength, structure, flavour, style, Optional.empty());
    }

    private ImageEngine.Outcome run(ImageWish wish, Picture what, Optional<Picture> like) {
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        inputs.put(InputRole.IMAGE, what);
        like.ifPresent(given -> inputs.put(InputRole.REFERENCE, given));
        return transferring.run(
                new ImageEngine.Job(wish, inputs, Optional.empty(), 1),
                ImageEngine.Progress.UNHEARD);
    }

    private static Picture blue(Picture warm) {
        int[] argb = new int[warm.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int light = warm.argb()[i] >> 16 & 0xff;
            argb[i] = 0xff000000 | (light / 3) << 16 | (light / 2) << 8 | (90 + light * 3 / 5);
        }
        return new Picture(warm.width(), warm.height(), argb);
    }

    @ParameterizedTest
    @FieldSource("PAINTED")
    void theFiguresAreThoseOfThePictureThatIsReturned(String style) {
        ImageWish.StyleTransfer wish =
                new ImageWish.StyleTransfer(
                        100, 50, "faithful", Optional.of(style), Optional.empty());
        ImageEngine.Outcome outcome = run(wish);

        StyleScore score = StyleScore.of(picture, outcome.pictures().getFirst(), reference);
        assertThat(outcome.metrics().get("colour_distance").doubleValue())
                .isCloseTo(score.distance(), within(0.001));
        assertThat(outcome.metrics().get("structure_correlation").doubleValue())
                .isCloseTo(score.structure(), within(0.001));
    }

    private ImageEngine.Outcome run(ImageWish.StyleTransfer wish) {
        return transferring.run(
                new ImageEngine.Job(
                        wish,
                        Map.of(InputRole.IMAGE, picture, InputRole.REFERENCE, reference),
                        Optional.empty(),
                        1),
                ImageEngine.Progress.UNHEARD);
    }
}
