package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// Making pictures, the tools, and the gallery in the browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImagesPlaceTest {
    /// Milliseconds that a busy machine is given.
    private static final int PATIENCE = 20_000;

    private static final Pattern PICTURE = Pattern.compile(".*/images/img_\\w+");

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

    @Test
    void wordsBecomeAPictureInTheGallery() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = made(visitor, "a red boat on a blue lake");

            Locator card = card(page, "a red boat on a blue lake");
            assertThat(card.locator("img")).hasAttribute("src", Pattern.compile("blob:.*"));
            visitor.assertAccessible();
            card.locator("a").click();
            assertThat(page).hasURL(PICTURE);
            assertThat(page.locator(".picture-details")).containsText("1,024 × 1,024");
            assertThat(page.locator(".picture-details")).containsText("builtin");
            visitor.assertQuiet();
        }
    }

    @Test
    void aToolShowsItsResultBesideWhatItWasMadeOf() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = desk(visitor, "a lighthouse");
            String before = page.url();
            tool(page, "Style").click();
            page.locator("form.tool").getByText("Sepia").click();

            page.locator("form.tool").getByText("Go").click();

            Locator border = page.locator("before-after input");
            assertThat(border).hasValue("50");
            assertThat(page.locator(".tree a")).hasCount(2);
            border.focus();
            page.keyboard().press("End");
            assertThat(border).hasValue("100");
            assertThat(page.url()).isNotEqualTo(before);
            page.locator(".tree a").first().click();
            assertThat(page).hasURL(before);
            visitor.assertAccessible();
            visitor.assertQuiet();
        }
    }

    @Test
    void theLightAndTheFrameAreSetWithKeysAlone() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = desk(visitor, "a mountain");
            tool(page, "Relight").click();
            Locator lamp = page.locator(".lamp");
            lamp.focus();
            page.keyboard().press("ArrowLeft");
            assertThat(lamp).hasAttribute("aria-valuenow", "140");

            tool(page, "Expand").click();
            Locator go = page.locator("form.tool").getByRole(AriaRole.BUTTON, named("Go"));
            assertThat(go).isDisabled();
            Locator edge = page.locator(".edge.right");
            edge.focus();
            page.keyboard().press("ArrowRight");
            assertThat(edge).hasAttribute("aria-valuenow", "32");
            assertThat(page.locator("form.tool")).containsText("1,056 × 1,024");
            assertThat(go).isEnabled();
            visitor.assertAccessible();
            visitor.assertQuiet();
        }
    }

    @Test
    void anOwnPictureIsSentWithTheFirstToolThatIsUsedOnIt() throws IOException {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/images");
            page.waitForFileChooser(() -> page.getByText("Use your own picture").click())
                    .setFiles(new FilePayload("tile.png", "image/png", png()));
            assertThat(page.locator(".desk h1")).hasText("tile.png");
            tool(page, "Enlarge").click();

            page.locator("form.tool").getByText("Go").click();

            assertThat(page).hasURL(PICTURE);
            assertThat(page.locator(".picture-details")).containsText("128 × 96");
            assertThat(page.locator(".tree")).containsText("Uploaded");
            visitor.assertQuiet();
        }
    }

    @Test
    void aFileThatIsNoPictureIsRefusedAtOnce() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/images");
            byte[] text =
                    "<svg onload='pwned()'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

            page.waitForFileChooser(() -> page.getByText("Use your own picture").click())
                    .setFiles(new FilePayload("x.svg", "image/svg+xml", text));

            assertThat(page.locator(".toast.bad")).containsText("x.svg");
            assertThat(page).hasURL(server.url() + "/images");
            visitor.assertQuiet();
        }
    }

    @Test
    void aPictureIsSeenInFullSizeAndDeletedUnlessSomebodyWantsItBack() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = made(visitor, "two green apples");
            card(page, "two green apples").locator("a").focus();
            page.keyboard().press("Space");
            assertThat(page.locator("dialog.lightbox")).containsText("two green apples");
            visitor.assertAccessible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.lightbox")).hasCount(0);
            assertThat(card(page, "two green apples").locator("a")).isFocused();

            page.keyboard().press("Delete");
            assertThat(card(page, "two green apples")).hasCount(0);
            page.locator(".toast").getByText("Undo").click();
            assertThat(card(page, "two green apples")).hasCount(1);
            visitor.assertQuiet();
        }
    }

    @Test
    void picturesAreFoundByTheirWords() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = made(visitor, "a crooked violet tower");
            page.getByLabel("What is to be seen").fill("seven yellow ducks");
            page.keyboard().press("Enter");
            assertThat(card(page, "seven yellow ducks")).isVisible();
            Locator search = page.getByLabel("Search pictures");

            search.fill("DUCKS seven");
            assertThat(card(page, "violet tower")).hasCount(0);
            assertThat(card(page, "yellow ducks")).hasCount(1);
            assertThat(search).isFocused();
            visitor.assertAccessible();
            visitor.assertFits();

            search.fill("neither this nor that");
            assertThat(page.locator(".none-of")).containsText("No picture was made");
            assertThat(search).hasValue("neither this nor that");
            search.fill("");
            assertThat(card(page, "violet tower")).isVisible();
            assertThat(search).isFocused();
            visitor.assertQuiet();
        }
    }

    @Test
    void aNewWishEndsTheSearch() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = made(visitor, "a striped kite");
            page.getByLabel("Search pictures").fill("kite");
            page.getByLabel("What is to be seen").fill("an empty bench");
            page.keyboard().press("Enter");

            assertThat(card(page, "an empty bench")).isVisible();
            assertThat(page.getByLabel("Search pictures")).hasValue("");
            visitor.assertQuiet();
        }
    }

    @Test
    void whatWasBegunGoesOnAfterARefresh() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/images");
            page.getByLabel("What is to be seen").fill("a windmill in the fog");
            page.waitForResponse(
                    "**/v1/features/image-generation", () -> page.keyboard().press("Enter"));

            page.reload();

            assertThat(card(page, "a windmill in the fog")).isVisible();
            visitor.assertQuiet();
        }
    }

    @Test
    void everyToolFitsAPhoneAndIsForEverybodyInBothThemes() {
        try (Visitor first = chromium.visitor(server)) {
            String address = desk(first, "a castle").url().substring(server.url().length());
            for (Look look : Look.all()) {
                try (Visitor visitor = chromium.visitor(server, look)) {
                    Page page = visitor.open(address);
                    for (String name :
                            new String[] {"Remove background", "Relight", "Style", "Expand"}) {
                        tool(page, name).click();
                        visitor.assertFits();
                    }
                    visitor.keepScreenshot("picture-" + look.label());
                    visitor.assertAccessible();
                    visitor.assertQuiet();
                }
            }
        }
    }

    private static Page made(Visitor visitor, String prompt) {
        Page page = visitor.open("/images");
        page.getByLabel("What is to be seen").fill(prompt);
        page.keyboard().press("Enter");
        assertThat(card(page, prompt)).isVisible();
        return page;
    }

    private static Page desk(Visitor visitor, String prompt) {
        Page page = made(visitor, prompt);
        card(page, prompt).locator("a").click();
        assertThat(page.locator(".shown img")).hasAttribute("src", Pattern.compile("blob:.*"));
        return page;
    }

    private static Locator card(Page page, String prompt) {
        return page.locator("figure.picture-card", new Page.LocatorOptions().setHasText(prompt));
    }

    private static Locator tool(Page page, String name) {
        return page.locator(".tool-list").getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.setRGB(x, y, new Color(x * 4, y * 5, 120).getRGB());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
