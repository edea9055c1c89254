package parley.dialect.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.json.JsonMapper;

/// One conversation as a file.
final class ExportTest {
    private static final String MARKDOWN =
            """
            # A heading

            | Region | Sales |
            |---|---:|
            | North | 1,234 |

            ```python
            print("code")
            ```

            <script>alert(1)</script>

            ![far away](https://canary.example/x.png)
            """;

    private static TestServer server;
    private static WireClient owner;
    private static WireClient other;
    private static long id;

    @BeforeAll
    static void start() throws InterruptedException {
        server = TestServer.start();
        owner = ArchiveRoundTripTest.client(server);
        other = new WireClient(server.url(), Optional.of(server.newToken("other")));
        String chat =
                """
                {"title": "Übersicht: Q1", "messages": [
                  {"role": "user", "content": "Show it"},
                  {"role": "assistant", "content": %s}]}
                """
                        .formatted(JsonMapper.shared().writeValueAsString(MARKDOWN));
        owner.upload("/v1/import", "a.json", chat.getBytes(StandardCharsets.UTF_8));
        id =
                owner.get("/v1/conversations")
                        .json()
                        .path("conversations")
                        .get(0)
                        .requireNonNull()
                        .path("id")
                        .asLong();
    }

    @AfterAll
    static void stop() {
        owner.close();
        other.close();
        server.close();
    }

    @Test
    void markdownIsTheTextAsItWasSaid() throws InterruptedException {
        WireAnswer answer = owner.get(export("markdown"));

        assertThat(answer.text()).contains("# Übersicht: Q1", "## You", "Show it", MARKDOWN);
        assertThat(answer.header("Content-Type")).isEqualTo("text/markdown; charset=utf-8");
    }

    @Test
    void theFileIsNamedAfterTheTitleInBothForms() throws InterruptedException {
        WireAnswer answer = owner.get(export("json"));

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Ubersicht-Q1-%d.json\"; filename*=UTF-8''%%C3%%9Cbersicht-Q1-%d.json"
                                .formatted(id, id));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void aPdfHoldsTheWordsAndTheTitleAndPageNumbers() throws IOException, InterruptedException {
        byte[] pdf = owner.bytes(export("pdf"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Übersicht: Q1", "A heading", "North", "1,234", "print(\"code\")")
                    .contains("<script>alert(1)</script>", "[picture: far away]", "1 / 1")
                    .doesNotContain("canary");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Übersicht: Q1");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    @Test
    void anotherAccountsConversationIsAsUnknownAsNone() throws InterruptedException {
        for (String format : new String[] {"markdown", "json", "pdf"}) {
            WireAnswer foreign = other.get(export(format));
            WireAnswer unknown =
                    other.get("/v1/conversations/999/export?format=%s".formatted(format));

            assertThat(foreign.status()).isEqualTo(404);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(foreign.text().replace(String.valueOf(id), "999")).isEqualTo(unknown.text());
        }
        assertThat(other.get("/v1/conversations/x/export").status()).isEqualTo(404);
    }

    @Test
    void aFormatThatIsNotThereIsRefused() throws InterruptedException {
        WireAnswer answer = owner.get(export("docx"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("markdown, json, pdf", "docx");
    }

    @Test
    void markupThatNobodyWroteByHandIsSetAsText() throws IOException, InterruptedException {
        String deep = ">".repeat(5000) + " deep " + "*a ".repeat(3000) + "[".repeat(3000);
        String chat =
                """
                {"title": "Deep", "messages": [{"role": "user", "content": %s}]}
                """
                        .formatted(JsonMapper.shared().writeValueAsString(deep));
        owner.upload("/v1/import", "b.json", chat.getBytes(StandardCharsets.UTF_8));
        long deepId =
                owner.get("/v1/conversations?limit=100")
                        .json()
                        .path("conversations")
                        .valueStream()
                        .filter(each -> each.path("title").asString("").equals("Deep"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asLong();

        byte[] pdf = owner.bytes("/v1/conversations/%d/export?format=pdf".formatted(deepId));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains(" deep ");
        }
    }

    private static String export(String format) {
        return "/v1/conversations/%d/export?format=%s".formatted(id, format);
    }
}
