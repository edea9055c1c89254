package parley.bench.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import parley.document.extract.pdf.BundledFonts;

/// PDF files of any length, the same each time: words of a made-up language on pages of three
/// kinds.
public final class SampleDocuments {
    private static final String[] SYLLABLES =
            "la me ni so tu ra be di fo gu ka pe vi zo nu sta tre bli".split(" ", -1);
    private static final float MARGIN = 64;
    private static final float TOP = 770;
    private static final float SIZE = 10;
    private static final float LEADING = 12;
    private static final float GUTTER = 18;

    private final PDType1Font font = new PDType1Font(FontName.TIMES_ROMAN);
    private final PDType1Font bold = new PDType1Font(FontName.TIMES_BOLD);
    private final Random random = new Random(1);

    private SampleDocuments() {}

    /// What is on the pages.
    public enum Layout {
        PROSE("prose in one column"),
        TWO_COLUMNS("prose in two columns"),
        TABLES("tables");

        private final String words;

        Layout(String words) {
            this.words = words;
        }

        /// Its name for people.
        public String inWords() {
            return words;
        }
    }

    /// A file.
    public static byte[] make(Layout layout, int pages) {
        BundledFonts.use();
        SampleDocuments maker = new SampleDocuments();
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    maker.write(layout, number, stream);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Layout layout, int number, PDPageContentStream stream) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float columnWidth = (width - GUTTER) / 2;
        text(stream, bold, 14, MARGIN, TOP, "Chapter %d: %s".formatted(number, word()));
        text(stream, font, 9, PDRectangle.A4.getWidth() / 2, 36, Integer.toString(number));
        switch (layout) {
            case PROSE -> prose(stream, MARGIN, width);
            case TWO_COLUMNS -> {
                prose(stream, MARGIN, columnWidth);
                prose(stream, MARGIN + columnWidth + GUTTER, columnWidth);
            }
            case TABLES -> table(stream);
        }
    }

    private void prose(PDPageContentStream stream, float left, float width) throws IOException {
        float y = TOP - 2 * LEADING;
        while (y > 72) {
            int lines = 4 + random.nextInt(5);
            for (int line = 0; line < lines && y > 72; line++) {
                StringBuilder words = new StringBuilder(word());
                while (widthOf(words) < width - 40) {
                    words.append(' ').append(word());
                }
                spread(stream, left, y, line == lines - 1 ? 0 : width, words.toString());
                y -= LEADING;
            }
            y -= LEADING / 2;
        }
    }

    // As programs write justified text: one string, with wider spaces.
    private void spread(PDPageContentStream stream, float left, float y, float width, String text)
            throws IOException {
        long spaces = text.chars().filter(each -> each == ' ').count();
        float wider = width == 0 || spaces == 0 ? 0 : Math.max(0, width - widthOf(text)) / spaces;
        stream.beginText();
        stream.setFont(font, SIZE);
        stream.setWordSpacing(wider);
        stream.newLineAtOffset(left, y);
        stream.showText(text);
        stream.endText();
    }

    private void table(PDPageContentStream stream) throws IOException {
        float y = TOP - 2 * LEADING;
        while (y > 72) {
            text(stream, font, SIZE, MARGIN, y, word() + " " + word());
            for (int column = 0; column < 4; column++) {
                String number = String.format(Locale.ROOT, "%.2f", 1000 * random.nextDouble());
                text(stream, font, SIZE, MARGIN + 160 + 75 * column, y, number);
            }
            y -= 1.4f * LEADING;
        }
    }

    private static void text(
            PDPageContentStream stream, PDType1Font font, float size, float x, float y, String text)
            throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.setWordSpacing(0);
        stream.newLineAtOffset(x, y);
        stream.showText(text);
        stream.endText();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private float widthOf(CharSequence text) throws IOException {
        return font.getStringWidth(text.toString()) / 1000 * SIZE;
    }
}
