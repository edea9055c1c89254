package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "CAFÉ, cafe",
        "Ångström, angstrom",
        "ΣΊΣΥΦΟΣ, σισυφοσ",
        "Straße, straße",
        "İstanbul, istanbul",
        "Ελλάδα, ελλαδα",
        "日本, 日本",
        "😀É, 😀e"
    })
    void caseAndAccentsAreLeftOut(String text, String folded) {
        assertThat(FoldedText.fold(text)).isEqualTo(folded);
        assertThat(FoldedText.of(text).folded()).isEqualTo(folded);
    }

    @Test
    void anAccentOfItsOwnIsLeftOutToo() {
        assertThat(FoldedText.fold("Cafe\u0301")).isEqualTo("cafe");
    }

    @Test
    void placesAreThoseOfTheOriginal() {
        String text = "😀 Cafe\u0301 und CAFÉ, Korea 한국 cafe";

        List<FoldedText.Range> found =
                FoldedText.of(text)
                        .find(List.of("cafe", FoldedText.fold("하"), FoldedText.fold("국")));

        assertThat(found)
                .extracting(range -> text.substring(range.from(), range.to()))
                .containsExactly("Cafe\u0301", "CAFÉ", "한", "국", "cafe");
    }

    @Test
    void theLongestWordIsTakenAndNothingTwice() {
        assertThat(FoldedText.of("abcab").find(List.of("ab", "abc", "b")))
                .containsExactly(new FoldedText.Range(0, 3), new FoldedText.Range(3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud800", "a\udc00b", "\u0301", "\u0000"})
    void anyTextCanBeFolded(String text) {
        FoldedText folded = FoldedText.of(text);

        assertThat(folded.find(List.of("x"))).isEmpty();
        assertThat(folded.origins()[folded.folded().length()]).isEqualTo(text.length());
    }
}
