package parley.llm.builtin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SentencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "One. | Two! | Three?",
                "Dr. Smith met Mr. J. Doe of the U.S. Navy. | They spoke.",
                "Pi is 3.14 or so. | Yes.",
                "See Fig. 3 and No. 7 on p. 12. | I said no. | Then I left.",
                "Use e.g. apples, i.e. fruit. | Fine.",
                "“Stop!” he said. | “Why?” | She left.",
                "Wait... what? | Nothing.",
                "He paused… and went on. | Then he stopped…",
                "Am 3. Oktober war es warm. | Z.B. im Park.",
                "今天很好。 | 我们走吧！",
                "Really?! | Yes!!! | (Perhaps.) | No."
            })
    void sentencesEndWhereReadersEndThem(String joined) {
        List<String> sentences = Arrays.stream(joined.split("\\|", -1)).map(String::strip).toList();
        String separator = joined.contains("。") ? "" : " ";
        assertThat(Sentences.of(String.join(separator, sentences))).isEqualTo(sentences);
    }

    @Test
    void wrappedLinesAreOneSentenceAndListsAreNot() {
        assertThat(
                        Sentences.of(
                                "This sentence is wrapped over two lines of text\nand ends here. Next."))
                .containsExactly(
                        "This sentence is wrapped over two lines of text and ends here.", "Next.");
        assertThat(Sentences.of("# Title\n\nFirst paragraph\n\n- one\n- two\n1. three"))
                .containsExactly("# Title", "First paragraph", "- one", "- two", "1. three");
    }

    @Test
    void noMoreAreReadThanAreWanted() {
        assertThat(Sentences.of("A. B. C. D.", 2)).hasSize(1);
        assertThat(Sentences.of("One. Two. Three.", 2)).containsExactly("One.", "Two.");
        assertThat(Sentences.of("", 2)).isEmpty();
        assertThat(Sentences.of("... --- !!!")).isEmpty();
    }

    @Test
    void anyTextIsSplitInBoundedTime() {
        for (String unit :
                List.of(".", ". ", "a", "a ", ".a", "\n", "\n ", "!\"", "(", "A.", "1. ", "- \n")) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertThat(Sentences.of(text).stream().mapToInt(String::length).sum())
                    .isLessThanOrEqualTo(text.length());
        }
    }
}
