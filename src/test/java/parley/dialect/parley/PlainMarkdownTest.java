package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Bold** and _slanted_ `code`|Bold and slanted code",
                "snake_case, 2 * 3 * 4 and #tag|snake_case, 2 * 3 * 4 and #tag",
                "## A heading|A heading",
                "> quoted|quoted",
                "See [the page](https://example.com/a_b)!|See the page!",
                "![a *red* boat](/v1/gallery/img_x/file)|a red boat",
                "3 \\* 4 &amp; <b>5</b>|3 * 4 & <b>5</b>",
                "1 < 2|1 < 2",
            })
    void marksAreLeftOutAndWordsStay(String markdown, String words) {
        assertThat(PlainMarkdown.of(markdown)).isEqualTo(words);
    }

    @Test
    void blocksStandOnLinesOfTheirOwn() {
        String markdown =
                """
                # Title
                - one
                - two

                3. three
                4. four

                | a | b |
                |---|---|
                | c | d |

                ```java
                int x = 1;
                ```
                end
                """;

        assertThat(PlainMarkdown.of(markdown).lines().map(String::strip))
                .containsExactly(
                        "Title",
                        "one",
                        "two",
                        "3. three",
                        "4. four",
                        "a b",
                        "c d",
                        "int x = 1;",
                        "end");
    }

    @Test
    void nothingIsTooDeepOrTooLong() {
        assertThat(PlainMarkdown.of(">".repeat(50_000) + " deep")).contains("deep");
        assertThat(PlainMarkdown.of("[".repeat(50_000) + "x")).contains("x");
        String endless = "*a* ".repeat(100_000);
        assertThat(PlainMarkdown.of(endless)).isEqualTo(endless);
    }
}
