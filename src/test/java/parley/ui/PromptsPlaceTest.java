package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// The place of prompts: found, written, tried, used.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PromptsPlaceTest {
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

    @Test
    void aPromptIsWrittenTriedChangedAndDeletedWithAnUndo() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/prompts");
            button(page, "New prompt").first().click();
            page.getByLabel("Title").fill("Greeting of <b>guests</b>");
            page.getByLabel("Text").fill("Say hello to {guest} in {{braces}}");
            assertThat(page.locator("#prompt-variables")).hasText(Pattern.compile(".*\\{guest}.*"));
            button(page, "Save").click();

            assertThat(page.locator("article.prompt h1")).hasText("Greeting of <b>guests</b>");
            assertThat(page.locator(".prompt-text")).hasText("Say hello to {guest} in {braces}");

            page.getByLabel("guest").fill("Ada");
            button(page, "Try it").click();
            assertThat(page.locator(".preview")).containsText("builtin/parley");

            button(page, "Edit").click();
            page.getByLabel("Title").fill("Greeting");
            button(page, "Save").click();
            assertThat(page.locator("article.prompt h1")).hasText("Greeting");

            button(page, "Delete").click();
            Locator entry = page.locator("prompts-place aside nav a", containing("Greeting"));
            assertThat(entry).hasCount(0);
            button(page, "Undo").click();
            assertThat(entry).hasCount(1);
            visitor.assertQuiet();
        }
    }

    @Test
    void aSearchFindsATemplateWhichCannotBeChanged() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/prompts");
            page.getByPlaceholder("Search prompts").fill("translat");
            Locator found = page.locator("prompts-place aside nav a");
            assertThat(found.first()).containsText("Translate");

            found.first().click();

            assertThat(page.locator("article.prompt")).containsText("Comes with Parley");
            assertThat(button(page, "Edit")).hasCount(0);
            assertThat(button(page, "Duplicate")).hasCount(1);
            visitor.assertQuiet();
        }
    }

    @Test
    void aPromptIsUsedInAConversationWithItsValues() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/prompts/9000000000001");
            page.getByLabel("sentences").fill("2");
            page.getByLabel("text").fill("Rain fell. The river rose. The bridge closed.");

            button(page, "Use in a conversation").click();

            page.locator("dialog button.primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/c/\\d+$"));
            assertThat(page.locator("chat-place .said")).containsText("The river rose.");
            assertThat(page.locator("chat-place .answer .facts")).isVisible();
            visitor.assertQuiet();
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
