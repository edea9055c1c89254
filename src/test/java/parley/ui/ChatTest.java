package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// Talking: what is asked is answered, goes on everywhere, and can be changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChatTest {
    private static final String SLOW = "/fault slow 40; tokens 120";
    private static final Pattern WHOLE = Pattern.compile("(zero one .* nine ){11}.* nine");

    private TestServer server;
    private Chromium chromium;

    @BeforeAll
    void start() {
        server = TestServer.start("builtin.faults=true");
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void aNewcomerAsksAndHasAnAnswerWithItsSources() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            page.locator("chat-welcome .way").first().click();

            assertThat(page).hasURL(Pattern.compile("/c/\\d+$"));
            assertThat(page.locator(".answer prose-text")).containsText("summarise");
            assertThat(page.locator(".answer .facts")).containsText("tokens");
            page.locator(".answer .sources").click();

            assertThat(page.locator("answer-sources")).containsText("builtin/parley");
            assertThat(page.locator("answer-sources")).containsText("1 message was seen");
            visitor.assertAccessible();
            visitor.assertQuiet();
        }
    }

    @Test
    void aRefreshAndAnotherDeviceShowTheSameStreamGoingOn() {
        try (Visitor one = chromium.visitor(server);
                Visitor other = chromium.visitor(server)) {
            Page page = one.open("/");
            say(page, SLOW);
            assertThat(answer(page)).containsText("zero one two");

            Page elsewhere = other.open(path(page));
            page.reload();

            assertThat(answer(elsewhere)).containsText("zero one two");
            assertThat(page.locator("button[aria-label=Stop]")).isVisible();
            assertThat(answer(page)).hasText(WHOLE);
            assertThat(answer(elsewhere)).hasText(WHOLE);
            assertThat(page.locator(".answer .facts")).isVisible();
            one.assertQuiet();
            other.assertQuiet();
        }
    }

    @Test
    void escapeStopsAnAnswerAndItIsContinuedWhereItWas() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            say(page, SLOW);
            assertThat(answer(page)).containsText("zero one two");

            page.locator("textarea.words").press("Escape");
            assertThat(page.locator(".answer .state")).containsText("Stopped");
            page.locator(".answer .state button").click();

            assertThat(answer(page)).hasText(WHOLE);
            assertThat(page.locator(".answer .state")).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void anEditedQuestionBeginsABranchAndBothStay() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            say(page, "2+3");
            assertThat(answer(page)).containsText("5");
            String first = path(page);

            page.locator("textarea.words").press("ArrowUp");
            page.locator("textarea.edit-question").fill("2+40");
            page.locator("dialog button.primary").click();

            assertThat(answer(page)).containsText("42");
            assertThat(page.locator(".said .ways")).containsText("2/2");
            page.locator(".said .ways a").first().click();
            assertThat(page).hasURL(server.url() + first);
            assertThat(answer(page)).containsText("5");
            assertThat(page.locator(".said .ways")).containsText("1/2");
            visitor.assertQuiet();
        }
    }

    @Test
    void whatIsSaidWhileTheServerIsAwayIsKeptAndSaidOnce() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            say(page, "2+3");
            assertThat(answer(page)).containsText("5");

            page.context().setOffline(true);
            say(page, "4+4");
            assertThat(page.locator("pending-message")).containsText("is back");
            page.context().setOffline(false);

            assertThat(page.locator(".answer")).hasCount(2);
            assertThat(answer(page)).containsText("8");
            assertThat(page.locator("pending-message")).hasCount(0);
            page.reload();
            assertThat(page.locator(".said")).hasCount(2);
        }
    }

    @Test
    void aFailureSaysItsSentenceAndCanBeTriedAgain() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            say(page, "/fault slow 10; tokens 20; error-after 8");

            assertThat(page.locator(".answer .note.bad")).containsText("fault dial");
            assertThat(answer(page)).containsText("zero one");
            page.locator(".answer .state button").last().click();

            assertThat(page.locator(".said .ways")).containsText("2/2");
            assertThat(page.locator(".answer .note.bad")).isVisible();
        }
    }

    @Test
    void aSlashFindsAPromptAndItsFormIsSent() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            page.locator("textarea.words").pressSequentially("/transl");
            assertThat(page.locator(".templates [role=option]")).hasCount(1);
            page.keyboard().press("Enter");
            Locator form = page.locator("form.fill-in");
            for (Locator field : form.locator("[required]").all()) {
                field.fill("good morning");
            }
            form.locator("button.primary").click();

            assertThat(page.locator(".said .bubble")).containsText("good morning");
            assertThat(page.locator(".answer footer")).isVisible();
            visitor.assertQuiet();
        }
    }

    @Test
    void theSampleBecomesAChartWithTwoClicks() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            page.locator("chat-welcome .way").nth(1).click();
            page.locator(".suggestions button").first().click();

            assertThat(answer(page)).containsText("not stable");
            assertThat(page.locator(".answer data-answer, .answer own-picture.chart img").first())
                    .isVisible();
            visitor.keepScreenshot("first-chart");
            visitor.assertQuiet();
        }
    }

    @Test
    void aFileOfAnotherKindIsRefusedInWordsBeforeItIsSent() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            page.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload(
                                    "tool.exe", "application/octet-stream", new byte[] {1, 2}));

            assertThat(page.locator(".attached .bad")).containsText("“tool.exe” cannot be read");
            page.locator(".attached button").click();
            assertThat(page.locator(".attached")).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void aDraftStaysWithItsConversation() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/");
            say(page, "2+3");
            assertThat(answer(page)).containsText("5");
            page.locator("textarea.words").fill("half a thought");

            page.locator("conversation-list header a").click();
            assertThat(page.locator("textarea.words")).hasValue("");
            page.goBack();

            assertThat(page.locator("textarea.words")).hasValue("half a thought");
            visitor.assertQuiet();
        }
    }

    private static void say(Page page, String text) {
        Locator field = page.locator("textarea.words");
        field.fill(text);
        field.press("Enter");
    }

    private static Locator answer(Page page) {
        return page.locator(".answer prose-text").last();
    }

    private static String path(Page page) {
        assertThat(page).hasURL(Pattern.compile("/c/\\d+$"));
        return URI.create(page.url()).getPath();
    }
}
