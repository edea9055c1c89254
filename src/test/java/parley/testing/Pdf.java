package parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Real PDF files for tests.
public final class Pdf {
    private static final int LETTERS_A_LINE = 80;

    private Pdf() {}

    /// A file with a page for each text.
    public static byte[] of(String... pages) {
        try (PDDocument document = document(pages)) {
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that opens with a password only.
    public static byte[] encrypted(String... pages) {
        try (PDDocument document = document(pages)) {
            document.protect(
                    new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font = new PDType1Font(FontName.HELVETICA);
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 11);
                content.setLeading(14);
                content.newLineAtOffset(50, 740);
                for (String line : lines(text)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        document.getDocumentInformation().setTitle("A test");
        return document;
    }

    private static String[] lines(String text) {
        return text.replaceAll("(.{1,%d})(?: |$)".formatted(LETTERS_A_LINE), "$1\n").split("\n");
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }
}
