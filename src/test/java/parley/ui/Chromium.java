package parley.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.testing.TestServer;

/// The machine's Chromium, driven by Playwright. For one thread.
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // Nothing outside this machine is looked up, whatever a page asks for.
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        // As long as one waits for what is done to the page: the machine may be busy.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    /// A browser of somebody: with storage of its own, so that two of them are two devices.
    Visitor visitor(TestServer server) {
        return visitor(server, Look.USUAL);
    }

    Visitor visitor(TestServer server, Look look) {
        return visitor(server, look, "en-GB");
    }

    /// @param locale the language that the browser prefers
    Visitor visitor(TestServer server, Look look, String locale) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(server.url())
                                .setLocale(locale)
                                .setTimezoneId("UTC")
                                .setViewportSize(look.width(), look.height())
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setColorScheme(
                                        look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(20_000);
        return new Visitor(context, server.url());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        String named = System.getenv("PARLEY_CHROMIUM");
        Optional<Path> found =
                named == null
                        ? PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                        : Optional.of(Path.of(named));
        return found.orElseThrow(() ->
                new AssertionError(
                        "These tests use Chromium, which is not installed: install the package"
                                + " \"chromium\", or name its program in PARLEY_CHROMIUM."));
    }
}
