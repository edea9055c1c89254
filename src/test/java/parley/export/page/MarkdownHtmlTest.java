package parley.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownHtmlTest {
    private final MarkdownHtml html =
            new MarkdownHtml(address -> address.equals("own") ? "data:image/png;base64,AA==" : "");

    @Test
    void markupIsTextAndNothingElse() {
        assertThat(html.html("<img src=x onerror=alert(1)> <b>b</b>"))
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img", "<b>");
    }

    @Test
    void linksLeadToTheWebAlone() {
        assertThat(
                        html.html(
                                "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://c.example)"))
                .contains("href=\"https://c.example\"")
                .doesNotContain("javascript:", "file:");
    }

    @Test
    void onlyThePagesOwnPicturesAreShown() {
        assertThat(html.html("![mine](own) ![theirs](https://canary.example/x.png)"))
                .contains("src=\"data:image/png;base64,AA==\"", "[picture: theirs]")
                .doesNotContain("canary");
    }

    @Test
    void tablesAreTables() {
        assertThat(html.html("|a|b|\n|---|--:|\n|1|2|")).contains("<table>", "align=\"right\"");
    }

    @Test
    void whatIsNestedDeeperThanAnybodyWritesIsShownAsItStands() {
        assertThat(html.html(">".repeat(3000) + "x")).startsWith("<pre>&gt;&gt;");
        assertThat(html.html("> > > x")).contains("<blockquote>");
    }
}
