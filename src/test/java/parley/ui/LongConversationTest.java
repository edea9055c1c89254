package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.conversation.NewConversation;
import parley.dialect.WireClient;
import parley.testing.TestServer;

/// A conversation that is longer than anybody can look at: only what is near the view is there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongConversationTest {
    private static final int MESSAGES = 600;
    private static final int MOST_NODES = 5000;

    /// Where the entry that is in the middle of the view stands, with its key.
    private static final String MIDDLE =
            """
            () => {
              const log = document.querySelector("message-log");
              const box = log.getBoundingClientRect();
              const entry = [...log.querySelectorAll("[data-key]")]
                .find(one => one.getBoundingClientRect().bottom > box.top + box.height / 2);
              return `${entry.dataset.key} ${Math.round(entry.getBoundingClientRect().top)}`;
            }
            """;

    private TestServer server;
    private Chromium chromium;
    private long conversation;

    @BeforeAll
    void start() throws InterruptedException {
        server = TestServer.start();
        conversation = server.conversations().create(NewConversation.of(1).withTitle("Long")).id();
        try (WireClient client = new WireClient(server.url(), Optional.empty())) {
            for (int number = 1; number <= MESSAGES; number++) {
                client.post(
                        "/api/chat",
                        """
                        {"conversationId": %d, "role": "assistant", "content": "Part %d.\\n\\n- one\\n- two"}\
                        """
                                .formatted(conversation, number));
            }
        }
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void itOpensAtItsEndWithFewNodesAndReachesItsBeginning() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/c/" + conversation);
            assertThat(part(page, MESSAGES)).isInViewport();
            assertFewNodes(page);

            // Each time the top is reached, the page before it comes.
            for (int turn = 0; turn < 40 && part(page, 1).count() == 0; turn++) {
                page.evaluate("() => document.querySelector('message-log').scrollTo(0, 0)");
                page.waitForTimeout(100);
            }
            page.evaluate("() => document.querySelector('message-log').scrollTo(0, 0)");

            assertThat(part(page, 1)).isInViewport();
            assertFewNodes(page);
            page.locator("message-log .to-end").click();
            assertThat(part(page, MESSAGES)).isInViewport();
            visitor.assertQuiet();
        }
    }

    @Test
    void whatIsLookedAtStaysWhereItIsWhenOlderMessagesCome() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/c/" + conversation);
            assertThat(part(page, MESSAGES)).isInViewport();
            page.evaluate("() => document.querySelector('message-log').scrollBy(0, -2500)");
            page.waitForTimeout(100);
            Object before = page.evaluate(MIDDLE);

            page.waitForTimeout(500);

            assertThat(page.evaluate(MIDDLE)).isEqualTo(before);
            visitor.assertQuiet();
        }
    }

    @Test
    void whatASearchFoundIsShownInTheMiddleOfIt() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/c/" + conversation);
            page.locator("conversation-list input[type=search]").fill("part 123.");
            page.locator("conversation-list mark").first().click();

            assertThat(part(page, 123)).isInViewport();
            page.locator("message-log .to-end").click();
            assertThat(part(page, MESSAGES)).isInViewport();
            visitor.assertQuiet();
        }
    }

    private static Locator part(Page page, int number) {
        return page.getByText(
                "Part %d.".formatted(number), new Page.GetByTextOptions().setExact(true));
    }

    private static void assertFewNodes(Page page) {
        assertThat((Integer) page.evaluate("() => document.querySelectorAll('*').length"))
                .isLessThan(MOST_NODES);
    }
}
