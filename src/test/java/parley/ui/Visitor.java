package parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;

/// Somebody who uses the page. What the browser complains of is kept, and what it asked others for.
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final String url;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    Visitor(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        this.page = context.newPage();
        listen(page);
    }

    /// Goes to an address of the page, and waits until the place is there.
    Page open(String path) {
        page.navigate(path);
        page.waitForSelector("app-shell .place > *");
        return page;
    }

    Page page() {
        return page;
    }

    /// Another tab of the same browser.
    Page tab(String path) {
        Page tab = context.newPage();
        listen(tab);
        tab.navigate(path);
        tab.waitForSelector("app-shell .place > *");
        return tab;
    }

    /// Nothing was complained of in the console, and nobody else was asked for anything.
    void assertQuiet() {
        assertThat(complaints).isEmpty();
        assertThat(foreign).isEmpty();
    }

    /// Forgets complaints so far: those that the test has provoked.
    void forgive() {
        complaints.clear();
    }

    /// axe-core finds nothing serious. What axe itself does is not the page's: it is not kept.
    void assertAccessible() {
        List<String> before = List.copyOf(complaints);
        List<String> found =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule ->
                                        Set.of("serious", "critical").contains(rule.getImpact()))
                                .map(Visitor::describe)
                                .toList();
        complaints.clear();
        complaints.addAll(before);
        assertThat(found).as(page.url()).isEmpty();
    }

    /// The page does not scroll sideways.
    void assertFits() {
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(((Number) over).intValue()).as(page.url()).isLessThanOrEqualTo(0);
    }

    /// Keeps a picture of what is shown, as an output of the tests.
    void keepScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }

    private void listen(Page tab) {
        tab.onConsoleMessage(this::hear);
        tab.onPageError(error -> complaints.add(error));
        tab.onRequest(this::see);
        tab.onResponse(this::see);
    }

    private void hear(ConsoleMessage message) {
        if (Set.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    private void see(Request request) {
        String asked = request.url();
        if (!asked.startsWith(url) && !asked.startsWith("blob:") && !asked.startsWith("data:")) {
            foreign.add(asked);
        }
    }

    private void see(Response response) {
        if (response.status() >= 500) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    private static String describe(Rule rule) {
        return "%s (%s): %s"
                .formatted(
                        rule.getId(),
                        rule.getImpact(),
                        rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList());
    }
}
