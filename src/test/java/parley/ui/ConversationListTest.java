package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.conversation.NewConversation;
import parley.testing.TestServer;

/// The conversations at the side: found, named, pinned, deleted, with the mouse and with keys.
final class ConversationListTest {
    private static final long OWNER = 1;

    private TestServer server;
    private Chromium chromium;

    @BeforeEach
    void start() throws InterruptedException {
        server = TestServer.start();
        for (String title : new String[] {"Gardens", "Bridges", "<b>Ships</b>"}) {
            server.conversations().create(NewConversation.of(OWNER).withTitle(title));
        }
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void namesArePlainTextAndAreChangedInPlace() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            assertThat(titles(page)).hasText(new String[] {"<b>Ships</b>", "Bridges", "Gardens"});

            titles(page).nth(1).focus();
            page.keyboard().press("F2");
            page.locator("input.rename").fill("Long bridges");
            page.keyboard().press("Enter");

            assertThat(page.locator("conversation-list")).containsText("Long bridges");
            page.reload();
            assertThat(page.locator("conversation-list")).containsText("Long bridges");
            visitor.assertQuiet();
        }
    }

    @Test
    void whatIsDeletedCanBeHadBackUntilItsNoteLeaves() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            titles(page).nth(0).focus();
            page.keyboard().press("Delete");
            assertThat(titles(page)).hasCount(2);
            page.locator(".toast button.quiet").click();
            assertThat(titles(page)).hasCount(3);

            titles(page).nth(0).focus();
            page.keyboard().press("Delete");
            assertThat(titles(page)).hasCount(2);
            page.locator(".toast button.icon").click();
            page.reload();

            assertThat(titles(page)).hasCount(2);
            visitor.assertQuiet();
        }
    }

    @Test
    void whatIsPinnedComesFirstInEveryTab() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            Page tab = visitor.tab("/");
            assertThat(titles(tab)).hasCount(3);

            Locator last = page.locator("conversation-list li").last();
            last.hover();
            last.locator("button").click();
            page.locator(".menu button").nth(1).click();

            assertThat(titles(page).first()).hasText("Gardens");
            assertThat(titles(tab).first()).hasText("Gardens");
            assertThat(tab.locator("conversation-list h2").first()).hasText("Pinned");
            visitor.assertQuiet();
        }
    }

    @Test
    void theSearchShowsWhereItWasFound() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            page.locator("textarea.words").fill("Tell me about aqueducts");
            page.locator("textarea.words").press("Enter");
            assertThat(page.locator(".answer footer")).isVisible();

            page.locator("conversation-list input[type=search]").fill("aqueduct");

            assertThat(titles(page)).hasCount(1);
            page.locator("conversation-list input[type=search]").press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said .bubble")).hasText("Tell me about aqueducts");
            page.locator("conversation-list input[type=search]").fill("zeppelin");
            assertThat(page.locator("conversation-list nav")).containsText("Nothing was found");
            visitor.assertQuiet();
        }
    }

    private static Locator titles(Page page) {
        return page.locator("conversation-list nav a");
    }
}
