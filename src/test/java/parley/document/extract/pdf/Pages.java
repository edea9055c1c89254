package parley.document.extract.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.UnreadableException;

/// Makes documents, with words exactly where a test wants them.
public final class Pages {
    private static final String WIDE_FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Bounds BOUNDS =
            new Bounds(1_000, 1_000_000, 512, java.time.Duration.ofMinutes(1));

    private Pages() {}

    /// Writes on a page.
    public interface Writer {
        void write(Sheet page) throws IOException;
    }

    /// A page; coordinates are PDF's: points from the lower left corner.
    public static final class Sheet {
        private final PDDocument document;
        private final PDPage page;
        private final PDPageContentStream stream;
        private PDFont font = new PDType1Font(FontName.TIMES_ROMAN);

        private Sheet(PDDocument document, PDPage page) throws IOException {
            this.document = document;
            this.page = page;
            this.stream = new PDPageContentStream(document, page);
        }

        public Sheet font(FontName name) {
            font = new PDType1Font(name);
            return this;
        }

        /// A font with Greek, Cyrillic, Hebrew, and ligatures.
        public Sheet wideFont() throws IOException {
            try (InputStream in =
                    Objects.requireNonNull(PDDocument.class.getResourceAsStream(WIDE_FONT))) {
                font = PDType0Font.load(document, in);
            }
            return this;
        }

        public PDPage page() {
            return page;
        }

        public PDPageContentStream stream() {
            return stream;
        }

        public Sheet text(double size, double x, double y, String text) throws IOException {
            return text(size, Matrix.getTranslateInstance((float) x, (float) y), text);
        }

        public Sheet text(double size, Matrix matrix, String text) throws IOException {
            stream.beginText();
            stream.setFont(font, (float) size);
            stream.setTextMatrix(matrix);
            stream.showText(text);
            stream.endText();
            return this;
        }

        /// Lines below one another.
        public Sheet lines(double size, double x, double y, double leading, String... lines)
                throws IOException {
            for (int i = 0; i < lines.length; i++) {
                text(size, x, y - i * leading, lines[i]);
            }
            return this;
        }

        /// Running text with lines of one width, justified by the spaces between words.
        ///
        /// @return where the next line would be
        public double justified(double size, double x, double y, double width, String text)
                throws IOException {
            double at = y;
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(size, longer) > width) {
                    spread(size, x, at, width, line.toString().split(" "));
                    at -= 1.2 * size;
                    line = new StringBuilder(word);
                } else {
                    line = new StringBuilder(longer);
                }
            }
            text(size, x, at, line.toString());
            return at - 1.2 * size;
        }

        private void spread(double size, double x, double y, double width, String... words)
                throws IOException {
            double free = width - width(size, String.join("", words));
            double space = words.length > 1 ? free / (words.length - 1) : 0;
            double at = x;
            for (String word : words) {
                text(size, at, y, word);
                at += width(size, word) + space;
            }
        }

        private double width(double size, String text) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    public static byte[] of(Writer... writers) {
        try (PDDocument document = new PDDocument()) {
            for (Writer writer : writers) {
                add(document, writer);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    public static PDPage add(PDDocument document, Writer writer) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        Sheet sheet = new Sheet(document, page);
        writer.write(sheet);
        sheet.stream.close();
        return page;
    }

    static ExtractedDocument read(byte[] content) {
        try {
            return new PdfReader(BOUNDS, PageRecognition.NONE).read(content);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    static ExtractedDocument read(Writer... writers) {
        return read(of(writers));
    }

    /// The only page of a document.
    static DocumentPage only(Writer writer) {
        return read(writer).pages().getFirst();
    }

    /// The blocks of the only page, each with its kind.
    static String blocks(Writer writer) {
        StringBuilder text = new StringBuilder();
        only(writer)
                .blocks()
                .forEach(block ->
                        text.append(block.kind())
                                .append(block.level() > 0 ? " " + block.level() : "")
                                .append(": ")
                                .append(block.text())
                                .append('\n'));
        return text.toString();
    }
}
