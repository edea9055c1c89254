package parley.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.extract.ExtractionSettings.Recognition;
import parley.document.extract.bound.Bounds;
import parley.document.extract.pdf.Pages;
import parley.error.AppException;

/// Pages that are a picture of text.
final class ScannedPagesTest {
    @TempDir private Path folder;

    @Test
    void withoutAProgramThatReadsPicturesTheirNumbersAreTold() throws Exception {
        ExtractedDocument document = read(scan("Page in a picture"), Recognition.OFF, "tesseract");
        assertThat(document.facts().unreadable()).containsExactly(2);
        assertThat(document.pages())
                .extracting(DocumentPage::text)
                .containsExactly("Written page", "", "Another written page");
    }

    @Test
    void aProgramReadsThePictureAndThePageSaysSo() throws Exception {
        // It gets a PNG file and the resolution, as Tesseract does.
        String command =
                script(
                        """
                        [ "$1" = --version ] && exit 0
                        head -c 4 | tail -c 3
                        echo " $*"
                        echo "a hyphen-"
                        echo "ated word"
                        echo
                        echo "Another paragraph"
                        cat >/dev/null
                        """);
        ExtractedDocument document = read(scan("x"), Recognition.ON, command);
        assertThat(document.facts().unreadable()).isEmpty();
        assertThat(document.pages())
                .extracting(DocumentPage::recognised)
                .containsExactly(false, true, false);
        assertThat(document.pages().get(1).text())
                .isEqualTo("PNG stdin stdout --dpi 300 a hyphenated word\n\nAnother paragraph");
    }

    @Test
    void aProgramThatFailsLeavesThePageUnread() throws Exception {
        String command =
                script("[ \"$1\" = --version ] && exit 0\ncat >/dev/null\necho nonsense\nexit 1\n");
        ExtractedDocument document = read(scan("x"), Recognition.ON, command);
        assertThat(document.facts().unreadable()).containsExactly(2);
    }

    @Test
    void aProgramThatNeverEndsIsEndedAndThePageIsLeftUnread() throws Exception {
        Path noted = folder.resolve("pid");
        String command =
                script(
                        "[ \"$1\" = --version ] && exit 0\necho $$ > %s\nexec sleep 600\n"
                                .formatted(noted));
        Bounds hasty = new Bounds(10, 10_000, 256, Duration.ofSeconds(8));
        try (DocumentExtractor extractor =
                new DocumentExtractor(TestExtraction.settings(hasty, Recognition.ON, command))) {
            ExtractedDocument document = extractor.read(scan("x"), "scan.pdf");
            assertThat(document.facts().unreadable()).containsExactly(2);
            assertThat(document.pages().getFirst().text()).isEqualTo("Written page");
        }
        assertThatItEnds(noted);
    }

    @Test
    void anInterruptEndsTheReadingAndTheProgramThatReadsThePicture() throws Exception {
        Path noted = folder.resolve("pid");
        Path begun = folder.resolve("begun");
        String command =
                script(
                        "[ \"$1\" = --version ] && exit 0\necho $$ > %s\nmv %s %s\nexec sleep 600\n"
                                .formatted(noted, noted, begun));
        try (DocumentExtractor extractor =
                        new DocumentExtractor(
                                TestExtraction.settings(
                                        TestExtraction.usual(), Recognition.ON, command));
                var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            byte[] scan = scan("x");
            var interrupted = new java.util.concurrent.CompletableFuture<Boolean>();
            Thread reading =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    extractor.read(scan, "scan.pdf");
                                    interrupted.complete(false);
                                } catch (InterruptedException e) {
                                    interrupted.complete(true);
                                }
                            });
            while (!Files.exists(begun)) {
                watch.take().reset();
            }
            reading.interrupt();
            assertThat(interrupted.get()).isTrue();
            assertThatItEnds(begun);
        }
    }

    @Test
    void aProgramThatIsWantedAndNotThereIsNamed() {
        assertThatThrownBy(() -> read(scan("x"), Recognition.ON, "/no/such/tesseract"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.sentence()).contains("/no/such/tesseract"));
    }

    @Test
    void aProgramThatIsNotThereIsNotMissedWhereItNeedNotBe() throws Exception {
        ExtractedDocument document = read(scan("x"), Recognition.AUTO, "/no/such/tesseract");
        assertThat(document.facts().unreadable()).containsExactly(2);
    }

    @Test
    void tesseractReadsAPicture() throws Exception {
        assumeTrue(new Tesseract("tesseract", "").isInstalled(), "Tesseract is not installed.");
        ExtractedDocument document =
                read(scan("The quick brown fox 1948"), Recognition.ON, "tesseract");
        assertThat(document.pages().get(1).recognised()).isTrue();
        assertThat(document.pages().get(1).text()).isEqualTo("The quick brown fox 1948");
    }

    private static ExtractedDocument read(byte[] content, Recognition recognition, String command)
            throws InterruptedException {
        try (DocumentExtractor extractor =
                new DocumentExtractor(
                        TestExtraction.settings(TestExtraction.usual(), recognition, command))) {
            return extractor.read(content, "scan.pdf");
        }
    }

    private static void assertThatItEnds(Path noted) throws Exception {
        long pid = Long.parseLong(Files.readString(noted).strip());
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private String script(String lines) throws IOException {
        Path file = folder.resolve("reads-pictures");
        Files.writeString(file, "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    /// Three pages, the second one a picture.
    private static byte[] scan(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Pages.add(document, page -> page.text(12, 72, 700, "Written page"));
            Pages.add(
                    document,
                    page -> {
                        var picture = LosslessFactory.createFromImage(document, picture(text));
                        page.stream().drawImage(picture, 0, 0, 595, 842);
                    });
            Pages.add(document, page -> page.text(12, 72, 700, "Another written page"));
            return Pages.bytes(document);
        }
    }

    private static BufferedImage picture(String text) {
        BufferedImage picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1240, 1754);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        graphics.drawString(text, 150, 300);
        graphics.dispose();
        return picture;
    }
}
