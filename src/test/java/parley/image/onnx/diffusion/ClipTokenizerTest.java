package parley.image.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClipTokenizerTest {
    private final ClipTokenizer tokenizer =
            new ClipTokenizer(TinyDiffusion.vocabulary(), TinyDiffusion.MERGES, "<|endoftext|>");

    /// The numbers that CLIP's own tokenizer gives: those of merges follow from their place in the
    /// published table, 512 + place.
    @Test
    void wordsGetTheirPublishedNumbers() {
        assertThat(text("the")).containsExactly(518);
        assertThat(text("of")).containsExactly(539);
        assertThat(text("and")).containsExactly(537);
        assertThat(text("a")).containsExactly(320);
        assertThat(text("is to in on")).containsExactly(533, 531, 530, 525);
        assertThat(text("!")).containsExactly(256);
        assertThat(text("i")).containsExactly(328);
    }

    @Test
    void whatWasMergedFirstIsMergedFirst() {
        // "then" could end in "en", but "th" comes before it, and "the" is no end here.
        assertThat(text("then")).containsExactly(513, 68, 333);
        assertThat(text("sting")).containsExactly(522, 519);
    }

    @Test
    void capitalsAndSpacesMakeNoDifferenceAndDigitsStandAlone() {
        assertThat(text("  THE   Of ")).isEqualTo(text("the of"));
        assertThat(text("42")).hasSize(2);
        assertThat(text("the,of")).hasSize(3);
    }

    @Test
    void everyTextBecomesSeventySevenNumbersWithAnEnd() {
        ClipTokenizer.Tokens shortOne = tokenizer.tokens("the");
        ClipTokenizer.Tokens longOne = tokenizer.tokens("the ".repeat(200));

        assertThat(shortOne.ids()).hasSize(77).startsWith(49_406, 518, 49_407, 49_407);
        assertThat(shortOne.isWhole()).isTrue();
        assertThat(longOne.ids()).hasSize(77).startsWith(49_406, 518).endsWith(518, 49_407);
        assertThat(longOne.isWhole()).isFalse();
        assertThat(tokenizer.tokens("").ids()).startsWith(49_406, 49_407);
    }

    @Test
    void anyLettersBecomeTheirBytes() {
        // é is C3 A9: two bytes, the second at the end of the word.
        Map<String, Integer> vocabulary = TinyDiffusion.vocabulary();
        assertThat(text("é")).containsExactly(vocabulary.get("Ã"), vocabulary.get("©</w>"));
        assertThat(text("🙂")).hasSize(4);
    }

    @Test
    void otherTokensMayFillUp() {
        ClipTokenizer other =
                new ClipTokenizer(TinyDiffusion.vocabulary(), TinyDiffusion.MERGES, "!");
        assertThat(other.tokens("the").ids()).startsWith(49_406, 518, 49_407, 0, 0);
    }

    @Test
    void aVocabularyWithoutEndsIsRefused() {
        assertThatThrownBy(() -> new ClipTokenizer(Map.of("a", 1), List.of(), "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<|startoftext|>");
    }

    private List<Integer> text(String text) {
        List<Integer> ids = tokenizer.tokens(text).ids();
        return ids.subList(1, ids.indexOf(TinyDiffusion.END));
    }
}
