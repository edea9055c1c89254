package parley.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import parley.document.Bookmark;
import parley.document.DocumentFacts;
import parley.document.ExtractedDocument;
import parley.document.extract.ExtractionSettings.Recognition;
import parley.document.extract.pdf.Pages;
import parley.error.AppException;
import parley.error.ErrorCode;

final class DocumentExtractorTest {
    private static final DocumentExtractor EXTRACTOR =
            new DocumentExtractor(
                    TestExtraction.settings(TestExtraction.usual(), Recognition.OFF, "tesseract"));

    @AfterAll
    static void endProcesses() {
        EXTRACTOR.close();
    }

    @Test
    void aPdfTellsItsFactsAndItsOutline() throws Exception {
        DocumentFacts facts = EXTRACTOR.read(pdfWithFacts(), "x.pdf").facts();
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.title()).contains("A title");
        assertThat(facts.author()).contains("Ann Example");
        assertThat(facts.subject()).contains("from its XMP");
        assertThat(facts.createdAt()).contains(Instant.parse("2020-02-03T04:05:06Z"));
        assertThat(facts.modifiedAt()).contains(Instant.parse("2021-01-02T03:04:05Z"));
        assertThat(facts.language()).contains("en");
        assertThat(facts.outline())
                .containsExactly(new Bookmark(1, "First", 1), new Bookmark(2, "Inner", 2));
        assertThat(facts.unreadable()).isEmpty();
    }

    private static byte[] pdfWithFacts() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage first =
                    Pages.add(
                            document,
                            page ->
                                    page.text(
                                            12,
                                            72,
                                            700,
                                            "This is what the first page of it has to say to us"));
            PDPage second =
                    Pages.add(document, page -> page.text(12, 72, 700, "And this is the second"));
            document.getDocumentInformation().setTitle("  A\ntitle ");
            document.getDocumentInformation().setAuthor("Ann Example");
            document.getDocumentInformation()
                    .setCreationDate(
                            GregorianCalendar.from(
                                    Instant.parse("2020-02-03T04:05:06Z")
                                            .atZone(java.time.ZoneOffset.UTC)));
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(
                    """
                    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">from its XMP</rdf:li></rdf:Alt></dc:description>
                    <xmp:ModifyDate>2021-01-02T03:04:05Z</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
                    """
                            .getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem outer = item("First", first);
            outer.addLast(item("Inner", second));
            outline.addLast(outer);
            document.getDocumentCatalog().setDocumentOutline(outline);
            return Pages.bytes(document);
        }
    }

    private static PDOutlineItem item(String title, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(page);
        item.setDestination(destination);
        return item;
    }

    @Test
    void htmlIsReadAsABrowserShowsIt() throws Exception {
        assertThat(
                        blocks(
                                """
                                <!doctype html><html><head><title>A page</title><meta name=author content="Ann">
                                <style>p{color:red}</style><script>alert(1)</script></head><body>
                                <h1>The  <b>title</b></h1>
                                <p>One <em>para</em>graph<br>of two lines. <span hidden>unseen</span>
                                <span style="display: none">unseen</span></p>
                                loose text
                                <ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>
                                <ol><li>first</li><li>second</li></ol>
                                <table><caption>Storms</caption><tr><th>Year<th>Count</tr><tr><td>1911<td> 12 </tr></table>
                                <pre>code {
                                  indented
                                }</pre>
                                <noscript>unseen</noscript><img src="http://127.0.0.1:9/x.png" onerror="x()">
                                </body></html>\
                                """,
                                "x.html"))
                .isEqualTo(
                        """
                        HEADING 1: The title
                        PARAGRAPH: One paragraph of two lines.
                        PARAGRAPH: loose text
                        LIST_ITEM: • one
                        LIST_ITEM: • inner
                        LIST_ITEM: • two
                        LIST_ITEM: 1. first
                        LIST_ITEM: 2. second
                        PARAGRAPH: Storms
                        TABLE: Year | Count
                        1911 | 12
                        CODE: code {
                          indented
                        }
                        """);
    }

    @Test
    void htmlTellsItsTitleAndItsAuthor() throws Exception {
        DocumentFacts facts =
                EXTRACTOR
                        .read(
                                bytes(
                                        "<html><title>A\n"
                                                + "page</title><meta name=Author content=Ann><p>x"),
                                "x.html")
                        .facts();
        assertThat(facts.title()).contains("A page");
        assertThat(facts.author()).contains("Ann");
        assertThat(facts.pages()).isEqualTo(1);
    }

    @Test
    void markdownIsReadWithoutItsMarks() throws Exception {
        assertThat(
                        blocks(
                                """
                                ---
                                title: "A text"
                                ---
                                # The *title*

                                A paragraph
                                of [two](http://127.0.0.1:9/) lines.

                                - one
                                  - inner
                                - two

                                3. three
                                4. four

                                | Year | Count |
                                |------|------:|
                                | 1911 | 12 |

                                ```java
                                code {
                                  indented
                                ```

                                <p onclick="x()">some HTML</p>
                                """,
                                "x.md"))
                .isEqualTo(
                        """
                        HEADING 1: The title
                        PARAGRAPH: A paragraph of two lines.
                        LIST_ITEM: • one
                        LIST_ITEM: • inner
                        LIST_ITEM: • two
                        LIST_ITEM: 3. three
                        LIST_ITEM: 4. four
                        TABLE: Year | Count
                        1911 | 12
                        CODE: code {
                          indented
                        PARAGRAPH: some HTML
                        """);
    }

    @Test
    void plainTextKeepsItsParagraphsListsAndLiteralLines() throws Exception {
        assertThat(
                        blocks(
                                """
                                This is a paragraph that was wrapped by the program in
                                which it was written, as one sees from the lengths.

                                * an item
                                  that goes on
                                * another

                                name,storms
                                Skerry Rock,12

                                The end.
                                """,
                                "x.txt"))
                .isEqualTo(
                        """
                        PARAGRAPH: This is a paragraph that was wrapped by the program in which it was written, as one sees from the lengths.
                        LIST_ITEM: • an item that goes on
                        LIST_ITEM: • another
                        CODE: name,storms
                        Skerry Rock,12
                        PARAGRAPH: The end.
                        """);
    }

    @Test
    void theLanguageIsTold() throws Exception {
        assertThat(
                        language(
                                "Der Leuchtturm stand auf dem Felsen und die Wellen schlugen gegen"
                                        + " ihn."))
                .contains("de");
        assertThat(
                        language(
                                "Le phare se dressait sur le rocher et les vagues se brisaient"
                                        + " contre lui."))
                .contains("fr");
        assertThat(language("El faro estaba sobre la roca y las olas rompían contra él."))
                .contains("es");
        assertThat(language("The lighthouse stood on the rock and the waves broke against it."))
                .contains("en");
        assertThat(language("Маяк стоял на скале, и волны разбивались о него, но он не упал."))
                .contains("ru");
        assertThat(language("המגדלור עמד על הסלע והגלים נשברו עליו")).contains("he");
        assertThat(language("灯塔矗立在岩石上，海浪拍打着它。")).contains("zh");
        assertThat(language("4711 0815 xyz")).isEmpty();
    }

    private static Optional<String> language(String text) throws InterruptedException {
        return EXTRACTOR.read(bytes(text), "x.txt").facts().language();
    }

    @Test
    void manyDocumentsAtOnceAreAllRead() throws Exception {
        byte[] pdf = Pages.of(page -> page.text(12, 72, 700, "One of many"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ExtractedDocument>> readings = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                readings.add(threads.submit(() -> EXTRACTOR.read(pdf, "x.pdf")));
            }
            for (Future<ExtractedDocument> reading : readings) {
                assertThat(reading.get().text()).isEqualTo("One of many");
            }
        }
    }

    @Test
    void aDocumentWithMoreTextThanItMayHaveIsRefused() {
        byte[] text = bytes("words ".repeat(200_000));
        assertThatThrownBy(() -> EXTRACTOR.read(text, "x.txt"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
                            assertThat(e.sentence()).contains("1,000,000 characters");
                        });
    }

    @Test
    void aNameIsShownWithoutWhatCouldDeceive() {
        assertThatThrownBy(
                        () -> EXTRACTOR.read(new byte[0], "a\u202E\nb" + "c".repeat(300) + ".pdf"))
                .hasMessageStartingWith(
                        "The document \"ab" + "c".repeat(98) + "…\" cannot be read.");
    }

    private static String blocks(String content, String name) throws InterruptedException {
        return blocks(bytes(content), name);
    }

    private static String blocks(byte[] content, String name) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        ExtractedDocument document = EXTRACTOR.read(content, name);
        assertThat(document.mediaType()).isEqualTo(EXTRACTOR.mediaType(content, name));
        assertThat(document.pages()).hasSize(1);
        document.pages()
                .getFirst()
                .blocks()
                .forEach(block ->
                        text.append(block.kind())
                                .append(block.level() > 0 ? " " + block.level() : "")
                                .append(": ")
                                .append(block.text())
                                .append('\n'));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
