package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// The control chart of the page: the same numbers as the server's, and open to everybody's hands.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class XmrChartTest {
    /// Milliseconds that a busy machine is given.
    private static final int PATIENCE = 20_000;

    private static final int POINTS = 40;

    private TestServer server;
    private Chromium chromium;

    @BeforeAll
    void start() {
        server = TestServer.start();
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    /// Random series with gaps, ties, large offsets and times out of order, under every option.
    @Test
    void thePageWorksOutTheVeryNumbersOfTheServer() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/data");
            Object differences =
                    page.evaluate(
                            """
                            async () => {
                              const base = document.querySelector("script[type=module]").src.replace("app.js", "data/xmr/");
                              const { chartOf } = await import(`${base}xmr.js`);
                              const { PLAIN, requestOf } = await import(`${base}options.js`);
                              let seed = 7;
                              const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
                              const pick = list => list[Math.floor(random() * list.length)];
                              const differences = [];
                              for (let round = 0; round < 60; round++) {
                                const size = pick([1, 2, 5, 14, 40, 90]);
                                const points = Array.from({ length: size }, (_, i) => ({
                                  x: new Date(Date.UTC(2024, 0, 1 + (random() < 0.05 ? i + 9 : i))).toISOString().slice(0, 10),
                                  y: random() < 0.05 ? null : [30 + random() * 9, Math.round(random() * 4), 1e9 + random(), i / 3 + random()][round % 4],
                                }));
                                const there = points.filter(point => point.y !== null).length;
                                const options = {
                                  ...PLAIN, constants: pick(["wheeler", "nist", "exact"]), rules: pick(["wheeler", "western-electric", "nelson", "nhs"]),
                                  centre: pick(["mean", "median"]), dispersion: pick(["mean-range", "median-range"]),
                                  slope: pick(["none", "half-averages", "least-squares"]), gaps: pick(["break", "bridge"]), screened: random() < 0.3,
                                  phaseStarts: there > 20 ? [10, 18] : [], baseline: there > 12 && random() < 0.5 ? { from: 1, to: 8 } : null,
                                };
                                const answer = await (await fetch("/api/xmr/chart", {
                                  method: "POST", headers: { "Content-Type": "application/json" },
                                  body: JSON.stringify(requestOf(points, options, { valueName: "v", timeName: "t" })),
                                })).json();
                                const own = chartOf(points, options);
                                const finite = value => (Number.isFinite(value) ? value : null);
                                const numbers = [
                                  ...own.points.flatMap(point => [point.value, finite(point.range), point.rules.join()]),
                                  ...own.phases.flatMap(({ limits, slope, basis }) => [
                                    limits.centre, limits.upper, limits.lower, limits.averageRange, limits.upperRange].map(finite).concat(slope, basis)),
                                ];
                                const expected = [
                                  ...answer.data.flatMap(point => [point.y, point.movingRange, point.violations.join()]),
                                  ...answer.analysis.phases.flatMap(phase => [
                                    phase.mean, phase.UCL, phase.LCL, phase.averageRange, phase.rangeUCL, phase.slope, phase.basis]),
                                ];
                                if (numbers.length !== expected.length) differences.push(`${round}: ${numbers.length} and ${expected.length} numbers`);
                                numbers.forEach((number, i) => {
                                  if (number !== expected[i]) differences.push(`${round}: ${number} is not ${expected[i]}`);
                                });
                              }
                              return differences;
                            }
                            """);
            assertThat((List<?>) differences).isEmpty();
        }
    }

    @Test
    void aPointIsReadWithKeysAndSplitsAPhase() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = chart(visitor);
            Locator points = page.locator(".chart-plot");
            points.focus();
            page.keyboard().press("Home");
            assertThat(points)
                    .hasAttribute(
                            "aria-valuetext", Pattern.compile("Jan 1, 2024: 20, beyond a limit.*"));
            for (int step = 0; step < POINTS / 2; step++) {
                page.keyboard().press("ArrowRight");
            }
            assertThat(points).hasAttribute("aria-valuenow", String.valueOf(POINTS / 2 + 1));
            assertThat(page.locator(".chart-tip")).containsText("30");

            page.keyboard().press("Enter");
            assertThat(page.locator(".menu button").first()).isFocused();
            page.keyboard().press("Enter");

            assertThat(page.locator(".chart-statistics thead th")).hasCount(2);
            assertThat(page.locator(".chart-head .chip")).hasText("Stable: no signals");
            assertThat(points).isFocused();
            page.locator(".chart-chips").getByText("Reset").click();
            assertThat(page.locator(".chart-statistics thead")).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void theLimitsAreLockedOnPointsThatAreDraggedOver() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = chart(visitor);
            page.locator(".chart-plot").scrollIntoViewIfNeeded();
            var box = page.locator(".chart-plot svg").boundingBox();
            page.mouse().move(box.x + 60, box.y + 80);
            page.mouse().down();
            page.mouse().move(box.x + 160, box.y + 90);
            page.mouse().move(box.x + 260, box.y + 90);
            page.mouse().up();

            page.locator(".menu button").first().click();

            assertThat(page.locator(".chart-chips")).containsText("Limits from");
            assertThat(page.locator(".chart-notes")).containsText("chosen points");
            visitor.assertQuiet();
        }
    }

    @Test
    void aRuleThatDoesNotCountMarksNothing() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = chart(visitor);
            Locator run = page.locator(".rule-toggle").getByText("run of 8 on one side");
            assertThat(page.locator(".chart-plot .rule-run")).hasCount(1);

            run.click();

            assertThat(page.locator(".chart-plot .rule-run")).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void theChartIsSavedByTheServerWithTheChosenOptionsAndAsItIsShown() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = chart(visitor);
            assertThat(save(page, "PNG, 300 dpi").suggestedFilename()).endsWith(".png");
            assertThat(save(page, "SVG as shown here").suggestedFilename()).endsWith(".svg");
            assertThat(save(page, "Numbers as CSV").suggestedFilename()).endsWith(".csv");
            visitor.assertQuiet();
        }
    }

    @Test
    void theChartFitsAPhoneAndIsForEverybodyInBothThemes() {
        for (Look look : Look.all()) {
            try (Visitor visitor = chromium.visitor(server, look)) {
                Page page = chart(visitor);
                page.locator("xmr-chart").scrollIntoViewIfNeeded();
                assertThat(page.locator(".chart-plot svg")).isVisible();
                visitor.keepScreenshot("chart-" + look.label());
                visitor.assertAccessible();
                visitor.assertFits();
                page.locator("xmr-chart").getByText("Numbers").click();
                assertThat(page.locator("xmr-chart data-table tbody tr")).hasCount(POINTS);
                visitor.assertAccessible();
                visitor.assertQuiet();
            }
        }
    }

    private static Download save(Page page, String how) {
        page.getByLabel("Save the chart").click();
        return page.waitForDownload(() -> page.locator(".menu").getByText(how).click());
    }

    /// Twenty days around 20, then twenty around 30.
    private static Page chart(Visitor visitor) {
        StringBuilder rows = new StringBuilder("day,level\n");
        for (int i = 0; i < POINTS; i++) {
            int level = (i < POINTS / 2 ? 20 : 30) + (i % 2 == 0 ? 0 : 2);
            rows.append("2024-%02d-%02d,%d\n".formatted(1 + i / 28, 1 + i % 28, level));
        }
        Page page = visitor.open("/data");
        DataPlaceTest.upload(page, "levels.csv", rows.toString());
        DataPlaceTest.ask(page, "Is level stable?");
        assertThat(page.locator(".chart-plot svg")).isVisible();
        return page;
    }
}
