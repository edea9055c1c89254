package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// Every place of the page: reachable, handsome at every width, for everybody.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacesTest {
    private static final List<String> PLACES =
            List.of("/", "/data", "/images", "/prompts", "/settings");

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
    @ValueSource(
            strings = {"/", "/data", "/images", "/prompts", "/prompts/9000000000001", "/settings"})
    void everyPlaceIsForEverybodyAtEveryWidthInBothThemes(String path) {
        for (Look look : Look.all()) {
            try (Visitor visitor = chromium.visitor(server, look)) {
                Page page = visitor.open(path);
                page.waitForLoadState(LoadState.NETWORKIDLE);

                visitor.keepScreenshot(name(path) + "-" + look.label());
                visitor.assertAccessible();
                visitor.assertFits();
                visitor.assertQuiet();
            }
        }
    }

    @Test
    void theRailLeadsToEveryPlaceAndTheAddressFollows() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            for (String path : PLACES.reversed()) {
                page.locator(".rail a.stop[href='" + path + "']").click();

                assertThat(page).hasURL(server.url() + path);
                assertThat(page.locator(".rail [aria-current=page]")).hasAttribute("href", path);
            }
            page.goBack();
            assertThat(page).hasURL(server.url() + "/data");
            visitor.assertQuiet();
        }
    }

    @Test
    void thePaletteIsOpenedAndUsedWithKeysAlone() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");

            page.keyboard().press("Control+k");
            Locator box = page.locator("dialog.palette").getByRole(AriaRole.COMBOBOX);
            assertThat(box).isFocused();
            page.keyboard().type("prompts");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(server.url() + "/prompts");
            assertThat(box).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void everyLanguageIsCompleteAndSaysTheSameBlanks() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            Object problems =
                    page.evaluate(
                            """
                            async () => {
                              const base = document.querySelector("script[type=module]").src.replace("app.js", "i18n/");
                              const load = async code => (await import(`${base}${code}/index.js`)).default;
                              const english = await load("en");
                              const blanks = text => [...text.matchAll(/\\{(\\w+)\\}/g)].map(found => found[1]).sort().join();
                              const plural = key => key.replace(/\\.(zero|one|two|few|many|other)$/, "");
                              const problems = [];
                              for (const code of ["de", "es"]) {
                                const words = await load(code);
                                for (const key of Object.keys(english)) {
                                  if (!(key in words)) problems.push(`${code} lacks ${key}`);
                                  else if (!key.endsWith(".one") && blanks(words[key]) !== blanks(english[key])) problems.push(`${code} has other blanks in ${key}`);
                                }
                                for (const key of Object.keys(words)) {
                                  if (!(key in english) && !(`${plural(key)}.other` in english)) problems.push(`${code} has ${key}, which English lacks`);
                                }
                              }
                              return problems;
                            }
                            """);
            assertThat((List<?>) problems).isEmpty();
        }
    }

    private static String name(String path) {
        return path.equals("/") ? "chat" : path.substring(1).replace('/', '-');
    }
}
