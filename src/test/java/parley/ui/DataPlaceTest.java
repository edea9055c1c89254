package parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.testing.TestServer;

/// Sources, questions, tables and queries in the browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DataPlaceTest {
    /// Milliseconds that a busy machine is given.
    private static final int PATIENCE = 20_000;

    private static final String WEEKS =
            """
            week,clinic,waiting_days
            2024-01-01,Riverside,31.5
            2024-01-08,Riverside,28.25
            2024-01-15,=HYPERLINK("http://canary.invalid"),30
            2024-01-22,<img src=x onerror=pwned()>,33
            2024-01-29,Riverside,44
            """;

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
    void aFileBecomesASourceThatSaysHowItWasRead() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/data");

            upload(page, "umsatz.csv", "Tag;Umsatz\n01.03.2024;1.234,50\n02.03.2024;n/a\n\n");

            assertThat(page).hasURL(Pattern.compile(".*/data/\\d+"));
            assertThat(page.locator(".source h1")).hasText("umsatz.csv");
            Locator read = page.locator(".columns-table");
            assertThat(read.locator("tbody tr").nth(0)).containsText("day.month.year");
            assertThat(read.locator("tbody tr").nth(1)).containsText("decimal");
            assertThat(page.locator("data-table tbody tr")).hasCount(2);
            assertThat(page.locator("data-table tbody tr").first()).containsText("1234.5");
            visitor.assertAccessible();
            visitor.assertQuiet();
        }
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWordsThatStay() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/data");

            upload(page, "cat.csv", "\u0000\u0001PNG\u0000\u0000\u0000");

            Locator refused = page.locator(".upload.refused");
            assertThat(refused).containsText("cat.csv");
            assertThat(refused).containsText("not CSV");
            refused.getByRole(AriaRole.BUTTON).click();
            assertThat(refused).hasCount(0);
        }
    }

    @Test
    void aQuestionIsAnsweredWithItsTableAndItsQueryAndBothAreThereAfterARefresh() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = source(visitor);

            page.getByLabel("Ask a question about this data").fill("How many rows are there?");
            page.keyboard().press("Enter");

            Locator asked = page.locator(".asked").first();
            assertThat(asked).containsText("How many rows are there?");
            assertThat(asked.locator("data-answer")).containsText("5");
            page.reload();
            assertThat(asked.locator("data-answer")).containsText("5");
            asked.getByRole(AriaRole.TAB).getByText("SQL").click();
            assertThat(asked.locator("pre.sql")).containsText("COUNT(*)");
            visitor.assertQuiet();
        }
    }

    @Test
    void aQueryIsChangedAndRunAgainAndAWrongOneSaysWhatIsWrong() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = source(visitor);
            ask(page, "Show me the first 10 rows");
            Locator answer = page.locator("data-answer").first();
            answer.getByRole(AriaRole.TAB).getByText("SQL").click();
            answer.locator(".sql-tools").getByText("Edit").click();

            answer.locator("textarea.sql").fill("SELECT waiting_days FROM nowhere");
            page.keyboard().press("Control+Enter");
            assertThat(answer.locator(".note.bad")).containsText("nowhere");

            visitor.forgive();
            answer.locator("textarea.sql")
                    .fill("SELECT clinic, waiting_days FROM uploaded_data WHERE waiting_days > 32");
            page.keyboard().press("Control+Enter");
            assertThat(answer.locator("data-table tbody tr")).hasCount(2);
            visitor.assertQuiet();
        }
    }

    @Test
    void aTableIsSortedByAnyColumnAndKeptAsAFileThatNoSpreadsheetRuns() throws IOException {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = source(visitor);
            Locator table = page.locator("data-table").last();
            Locator first = table.locator("tbody tr").first();

            table.getByRole(AriaRole.BUTTON, named("waiting_days")).click();
            assertThat(first).containsText("28.25");
            table.getByRole(AriaRole.BUTTON, named("waiting_days")).click();
            assertThat(first).containsText("44");
            assertThat(table.locator("th").nth(2)).hasAttribute("aria-sort", "descending");

            Download file =
                    page.waitForDownload(
                            () -> table.getByRole(AriaRole.BUTTON, named("CSV")).click());
            assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                    .startsWith("week,clinic,waiting_days\r\n2024-01-29,Riverside,44\r\n")
                    .contains("\"'=HYPERLINK(\"\"http://canary.invalid\"\")\"")
                    .contains("28.25");
            visitor.assertQuiet();
        }
    }

    @Test
    void namesAndCellsOfAFileAreNeverRun() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/data");

            upload(
                    page,
                    "<img src=x onerror=pwned()>.csv",
                    """
                    <script>pwned()</script>,"<b onmouseover=pwned()>x</b>"
                    javascript:pwned(),<svg onload=pwned()>
                    http://canary.invalid/a.png,![x](http://canary.invalid/b.png)
                    """);

            assertThat(page.locator("data-table tbody tr")).hasCount(2);
            ask(page, "Show me the first 10 rows");
            assertThat(
                            page.evaluate(
                                    "document.querySelectorAll('main img, main b[onmouseover]').length"))
                    .isEqualTo(0);
            visitor.assertQuiet();
        }
    }

    @Test
    void aDeletedSourceCanBeHadBackAndIsGoneWhenNobodyWantsItBack() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = source(visitor);
            String address = page.url();
            delete(page);
            assertThat(page).hasURL(server.url() + "/data");
            page.locator(".toast").getByText("Undo").click();
            page.navigate(address);
            assertThat(page.locator(".source h1")).hasText("weeks.csv");

            delete(page);
            page.locator(".toast").getByRole(AriaRole.BUTTON, named("Close")).click();
            page.waitForResponse(
                    response -> response.request().method().equals("DELETE"), () -> {});
            page.navigate(address);
            assertThat(page.locator(".empty")).isVisible();
        }
    }

    @Test
    void aDatabaseIsTriedBeforeItIsConnectedAndItsFailureIsSaid() {
        try (Visitor visitor = chromium.visitor(server)) {
            Page page = visitor.open("/data");
            page.locator(".start-ways").getByText("Connect a database").click();
            Locator form = page.locator("connect-form");
            form.getByLabel("Port").fill("1");
            form.locator("input[name=database]").fill("shop");
            form.getByLabel("User").fill("ada");
            form.getByLabel("Password").fill("s3cret@/:");
            visitor.assertAccessible();

            form.getByText("Test the connection").click();

            assertThat(form.locator(".note.bad")).isVisible();
            assertThat(form.locator(".note.bad")).not().containsText("s3cret");
        }
    }

    static Page source(Visitor visitor) {
        Page page = visitor.open("/data");
        upload(page, "weeks.csv", WEEKS);
        assertThat(page.locator("data-table tbody tr")).hasCount(5);
        return page;
    }

    static void upload(Page page, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        page.waitForFileChooser(() -> page.locator("main .drop-zone").click())
                .setFiles(new FilePayload(name, "text/csv", bytes));
    }

    static void ask(Page page, String question) {
        page.getByLabel("Ask a question about this data").fill(question);
        page.keyboard().press("Enter");
        assertThat(page.locator(".asked[aria-busy=false] data-answer").first()).isVisible();
    }

    private static void delete(Page page) {
        page.locator(".source > header").getByRole(AriaRole.BUTTON, named("More")).click();
        page.locator(".menu").getByText("Delete").click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
