package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// The place of settings.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsPlaceTest {
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
    @ValueSource(strings = {"look", "models", "tokens", "usage", "data", "about"})
    void everyPartIsForEverybody(String part) {
        for (Look look : Look.all()) {
            try (Visitor visitor = chromium.visitor(server, look)) {
                Page page = visitor.open("/settings/" + part);
                assertThat(page.locator(".page.settings h1")).isVisible();

                visitor.keepScreenshot("settings-" + part + "-" + look.label());
                visitor.assertAccessible();
                visitor.assertFits();
                visitor.assertQuiet();
            }
        }
    }

    @Test
    void theThemeAndTheLanguageAreKept() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings/look");
            button(page, "Dark").click();
            button(page, "Deutsch").click();
            assertThat(page.locator(".page.settings h1")).hasText("Darstellung");

            page.reload();

            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator(".page.settings h1")).hasText("Darstellung");
            visitor.assertQuiet();
        }
    }

    @Test
    void theLanguageBeginsWithTheBrowsers() {
        try (Visitor visitor = chromium.visitor(server, Look.USUAL, "es-ES")) {
            assertThat(visitor.open("/settings").locator(".page.settings h1"))
                    .hasText("Apariencia");
            visitor.assertQuiet();
        }
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings/tokens");
            page.getByPlaceholder("What it is for, such as “laptop”").fill("my <i>laptop</i>");
            button(page, "Make a token").click();
            Locator secret = page.locator(".new-token code");
            assertThat(secret).containsText("parley_");
            Locator row = page.locator(".rows li", containing("my <i>laptop</i>"));
            assertThat(row).hasCount(1);

            page.reload();
            assertThat(row).hasCount(1);
            assertThat(secret).hasCount(0);
            row.getByRole(AriaRole.BUTTON).click();
            page.locator("dialog").getByText("Revoke", exactly()).click();

            assertThat(row).hasCount(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void aConnectionIsTested() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings/models");
            Locator builtin = page.locator(".provider").first();

            builtin.getByRole(AriaRole.BUTTON).click();

            assertThat(builtin.locator("[role=status]")).isVisible();
            assertThat(page.locator(".provider", containing("OPENAI_API_KEY"))).hasCount(1);
            visitor.assertQuiet();
        }
    }

    @Test
    void everythingIsTakenAlongAndBroughtBackOnce() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/settings/data");
            Download archive = page.waitForDownload(() -> button(page, "Save as a file").click());
            Path file = archive.path();
            assertThat(archive.suggestedFilename()).endsWith(".zip");

            page.locator("input[type=file]").setInputFiles(file);

            assertThat(page.locator(".note[role=status]")).containsText("0 conversations are new");
            visitor.assertQuiet();
        }
    }

    @Test
    void aServerThatAsksForATokenIsAnsweredOnce() {
        try (TestServer guarded = TestServer.start("auth.required=true");
                Visitor visitor = chromium.visitor(guarded)) {
            Page page = visitor.page();
            page.navigate("/settings/about");
            page.locator("input[name=token]").fill("parley_wrong");
            button(page, "Continue").click();
            page.locator("input[name=token]").fill(guarded.ownerToken());
            button(page, "Continue").click();

            assertThat(page.locator("dl.facts")).containsText("owner");
            page.reload();
            assertThat(page.locator("dl.facts")).containsText("owner");
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
