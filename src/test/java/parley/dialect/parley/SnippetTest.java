package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.conversation.FoldedText.Range;

final class SnippetTest {
    @Test
    void aShortTextIsShownWhole() {
        assertThat(Snippet.of("The Cat\nsat", List.of("cat", "sat")))
                .isEqualTo(new Snippet("The Cat sat", List.of(new Range(4, 7), new Range(8, 11))));
    }

    @Test
    void aLongOneBeginsAtAWordBeforeTheFirstHit() {
        String text = "word ".repeat(100) + "needle " + "word ".repeat(100);

        Snippet snippet = Snippet.of(text, List.of("needle"));

        assertThat(snippet.text()).startsWith("…word ").endsWith("…").hasSizeBetween(150, 202);
        Range range = snippet.ranges().getFirst();
        assertThat(snippet.text().substring(range.from(), range.to())).isEqualTo("needle");
    }

    @Test
    void noLetterIsTornApart() {
        String text = "😀".repeat(300) + "x" + "😀".repeat(300);
        for (int shift = 0; shift < 3; shift++) {
            Snippet snippet = Snippet.of("a".repeat(shift) + text, List.of("x"));

            assertThat(snippet.text().codePoints())
                    .noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
            Range range = snippet.ranges().getFirst();
            assertThat(snippet.text().substring(range.from(), range.to())).isEqualTo("x");
        }
    }

    @Test
    void whereNothingIsFoundTheBeginningIsShown() {
        assertThat(Snippet.of("nothing here", List.of("x")))
                .isEqualTo(new Snippet("nothing here", List.of()));
    }
}
