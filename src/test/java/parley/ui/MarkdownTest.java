package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// What a model writes is shown as it means it, grows without jumping, and neither runs nor
/// fetches.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MarkdownTest {
    /// Shows a text whole, and then piece by piece as it would arrive; answers what both look like,
    /// and by how much the growing one ever shrank, in pixels.
    private static final String WHOLE_AND_GROWN =
            """
            async ([text, size]) => {
              const base = document.querySelector("script[type=module]").src.replace("app.js", "");
              await import(`${base}core/prose.js`);
              const add = () => document.body.appendChild(document.createElement("prose-text"));
              const frame = () => new Promise(requestAnimationFrame);
              const whole = add();
              whole.text = text;
              const grown = add();
              grown.growing = true;
              let shrank = 0;
              let height = 0;
              for (let at = size; at < text.length + size; at += size) {
                grown.text = text.slice(0, at);
                for (let wait = 0; wait < 3; wait++) await frame();
                shrank = Math.max(shrank, height - grown.offsetHeight);
                height = grown.offsetHeight;
              }
              grown.growing = false;
              await new Promise(done => setTimeout(done, 400));
              const looks = one => one.innerHTML.replace(/<!--.*?-->/g, "").replace(/(note|mark)-\\d+-/g, "$1-");
              return { whole: looks(whole), grown: looks(grown), shrank };
            }
            """;

    private static final String SHOW =
            """
            async text => {
              const base = document.querySelector("script[type=module]").src.replace("app.js", "");
              await import(`${base}core/prose.js`);
              const one = document.body.appendChild(document.createElement("prose-text"));
              one.text = text;
              await new Promise(done => setTimeout(done, 600));
              const foul = [];
              for (const element of one.querySelectorAll("*")) {
                if (/^(script|style|iframe|object|embed|video|base|form|link|meta|input)$/i.test(element.localName)) foul.push(element.localName);
                if (element.localName === "img" && !/^(data|blob):/.test(element.src)) foul.push(element.src);
                for (const { name, value } of element.attributes) {
                  if (/^(on|style$|srcset$|ping$|formaction$)/i.test(name)) foul.push(name);
                  if (/^(href|src|xlink:href|action)$/.test(name) && !/^(https?:|mailto:|#|\\/|data:image\\/(png|jpeg|gif|webp))/.test(value)) foul.push(value);
                }
              }
              return { foul, nodes: one.querySelectorAll("*").length };
            }
            """;

    private TestServer server;
    private Chromium chromium;

    @BeforeAll
    void start() {
        server = TestServer.start();
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void aTextThatGrewLooksLikeOneThatWasThereAndNeverShrinks(int size) throws IOException {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings");

            Map<?, ?> looks =
                    (Map<?, ?>) page.evaluate(WHOLE_AND_GROWN, List.of(corpus("growing.md"), size));

            assertThat(looks.get("grown")).isEqualTo(looks.get("whole"));
            // A word may move to another line when a mark is closed; a block never goes away.
            assertThat(number(looks, "shrank")).isLessThan(30);
            visitor.assertQuiet();
        }
    }

    @Test
    void nothingInATextRunsFetchesOrLeavesThePage() throws IOException {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings");
            page.onDialog(dialog -> dialog.accept());

            Map<?, ?> shown = (Map<?, ?>) page.evaluate(SHOW, corpus("hostile.md"));

            assertThat(shown.get("foul")).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
            assertThat(page.evaluate("() => window.harmed === undefined")).isEqualTo(true);
            assertThat(page.url()).endsWith("/settings");
            assertThat(page.locator("prose-text a[href^=http]:not([rel~=noopener])")).hasCount(0);
            assertThat(page.locator("prose-text a[href^=http]:not([target=_blank])")).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '> ',                   4000
                    '- ',                   2000
                    '[',                    20000
                    '![',                   20000
                    '*a',                   20000
                    '\\(',                  40000
                    '$x',                   40000
                    '`a',                   40000
                    '| a ',                 20000
                    '[^1]',                 20000
                    '<b>',                  20000
                    """)
    void whatRepeatsWithoutEndIsShownSoon(String piece, int times) {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings");
            page.setDefaultTimeout(20_000);

            Map<?, ?> shown = (Map<?, ?>) page.evaluate(SHOW, piece.repeat(times));

            assertThat(number(shown, "nodes")).isLessThan(40_000);
            visitor.assertQuiet();
        }
    }

    @Test
    void aTableOfThousandsShowsItsFirstRowsAndTheOthersWhenAsked() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings");

            page.evaluate(SHOW, "| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(1000));

            assertThat(page.locator("prose-text tbody tr")).hasCount(200);
            page.locator("prose-text .more-rows").click();
            assertThat(page.locator("prose-text tbody tr")).hasCount(1000);
        }
    }

    @Test
    void formulasNotesAndCodeAreShownAsTheyAreMeant() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings");

            page.evaluate(
                    SHOW,
                    """
                    Euler: $e^{i\\pi} + 1 = 0$, costs $5 to $6, \\(2026-02-16, above 27\\) and a note[^a].

                    $$
                    \\frac{a}{b}
                    $$

                    ```java
                    record Point(int x, int y) {}
                    ```

                    [^a]: Said *softly*.
                    """);

            assertThat(page.locator("prose-text math")).hasCount(2);
            assertThat(page.locator("prose-text p").first())
                    .containsText("costs $5 to $6, (2026-02-16, above 27)");
            assertThat(page.locator("prose-text .notes em")).hasText("softly");
            assertThat(page.locator("prose-text .hljs-keyword").first()).hasText("record");
            visitor.assertQuiet();
        }
    }

    private static double number(Map<?, ?> answer, String name) {
        return ((Number) Objects.requireNonNull(answer.get(name))).doubleValue();
    }

    private static String corpus(String name) throws IOException {
        try (InputStream in = MarkdownTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
