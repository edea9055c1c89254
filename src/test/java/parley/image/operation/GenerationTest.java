package parley.image.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bench.images.SceneQuality;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.Resolution;
import parley.image.Shape;
import parley.image.operation.scene.compose.Drawing;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.thing.Things;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

final class GenerationTest {
    private static final Size SMALL = new Size(96, 96);

    @Test
    void theSameSeedGivesTheSamePictureAndAnotherSeedAnother() {
        Picture first = paint("a lighthouse by the sea at dusk", 5);

        assertThat(paint("a lighthouse by the sea at dusk", 5).argb()).isEqualTo(first.argb());
        assertThat(paint("a lighthouse by the sea at dusk", 6).argb()).isNotEqualTo(first.argb());
    }

    @Test
    void everyThingOfTheVocabularyIsSeen() {
        Picture empty = paint("hills", 1);
        for (Thing thing : Things.all()) {
            assertThat(paint("a " + thing.name() + ", hills", 1).argb())
                    .as(thing.name())
                    .isNotEqualTo(empty.argb());
        }
    }

    @Test
    void everyWordOfTheVocabularyIsUnderstood() {
        for (Thing thing : Things.all()) {
            for (String word : thing.words()) {
                assertThat(drawing(word).unknown()).as(word).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a red boat on a lake",
                "a blue vase",
                "a yellow house in a meadow",
                "a black horse",
                "a white cat",
                "a pink house at night"
            })
    void aNamedColourIsSeenAsThatColour(String prompt) {
        assertThat(SceneQuality.colourError(prompt)).isLessThan(10);
    }

    @Test
    void wordsThatAreNotDrawnAreListedAndCostConfidence() {
        ImageEngine.Outcome outcome = run("a castle with a quibble and a frobnitz", "", 1);

        assertThat(outcome.metrics().get("unrendered_terms").toString())
                .contains("quibble", "frobnitz");
        assertThat(outcome.warnings()).anyMatch(warning -> warning.contains("quibble, frobnitz"));
        assertThat(outcome.confidence()).isLessThan(run("a castle", "", 1).confidence());
    }

    @Test
    void whatIsNotUnderstoodAtAllBecomesAnHonestAbstractPicture() {
        ImageEngine.Outcome outcome = run("frobnitz quibble", "", 1);

        assertThat(outcome.confidence()).isLessThanOrEqualTo(0.1);
        assertThat(outcome.metrics().get("form").asString()).isEqualTo("abstract");
        assertThat(outcome.warnings()).anyMatch(warning -> warning.contains("abstract"));
    }

    @Test
    void quotedTextIsKeptToTheLetterAndIsInThePicture() {
        Drawing drawing = drawing("a poster \"SALE 50 %\"");

        assertThat(drawing.texts()).containsExactly("SALE 50 %");
        assertThat(paint("a poster \"SALE 50 %\"", 1).argb())
                .isNotEqualTo(paint("a poster \"SALE 60 %\"", 1).argb());
    }

    @Test
    void theNegativePromptLeavesThingsOut() {
        ImageEngine.Outcome outcome = run("a dog and a cat in a meadow", "cat", 1);

        assertThat(outcome.metrics().get("rendered_terms").toString())
                .contains("dog")
                .doesNotContain("cat");
    }

    @Test
    void everyCompositionOfSeveralIsAnother() {
        ImageEngine.Outcome outcome = run("three birds over the sea", "", 2);

        assertThat(outcome.pictures()).hasSize(2);
        assertThat(outcome.pictures().get(0).argb()).isNotEqualTo(outcome.pictures().get(1).argb());
    }

    @Test
    void thePictureHasTheSizeOfItsShape() {
        Shape shape = Shape.parse("aspect_ratio", "widescreen_16_9");

        Picture picture = run("a forest", shape).pictures().getFirst();

        assertThat(picture.size()).isEqualTo(shape.size(Resolution.ONE_K));
    }

    @Test
    void countsAndColoursAndOtherLanguagesAreUnderstood() {
        assertThat(drawing("drei rote Boote auf dem Meer").wish().subjects().getFirst())
                .satisfies(boats -> {
                    assertThat(boats.thing().name()).isEqualTo("boat");
                    assertThat(boats.colour()).isPresent();
                    assertThat(boats.count()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0007\u001b[31m",
                "\u202eevil\u202c \u2066\u2069",
                "\"\u202e\u0000\"",
                "\ud800 half",
                "'''\"\"\"„“«»",
                "99999999999 cats",
                "a of the in on under",
                "💥🦊 漢字 \"漢字\""
            })
    void hostilePromptsStillGiveAPicture(String prompt) {
        assertThat(paint(prompt, 1).size()).isEqualTo(SMALL);
    }

    @Test
    void thousandsOfWordsStillGiveAPicture() {
        assertThat(paint("red cat on a boat, ".repeat(211), 1).size()).isEqualTo(SMALL);
    }

    private static Drawing drawing(String prompt) {
        return Drawing.read(prompt, "", Optional.empty());
    }

    private static Picture paint(String prompt, long seed) {
        return drawing(prompt).paint(SMALL, seed, 0);
    }

    private static ImageEngine.Outcome run(String prompt, Shape shape) {
        return run(
                new ImageWish.Generate(
                        prompt, Optional.empty(), Optional.empty(), shape, Resolution.ONE_K, 1));
    }

    private static ImageEngine.Outcome run(String prompt, String leftOut, int count) {
        return run(
                new ImageWish.Generate(
                        prompt,
                        Optional.of(leftOut),
                        Optional.empty(),
                        new Shape(1, 1),
                        Resolution.ONE_K,
                        count));
    }

    private static ImageEngine.Outcome run(ImageWish.Generate wish) {
        try {
            return new Generation()
                    .run(
                            new ImageEngine.Job(wish, Map.of(), Optional.empty(), 3),
                            ImageEngine.Progress.UNHEARD);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
