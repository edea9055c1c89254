package parley.document.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Stands in for fonts that a document does not bring along, with the one that comes with PDFBox.
/// Text depends on encodings and widths, which documents do bring along; looking through the fonts
/// of the machine takes seconds, and writes a list of them into the home of its user.
public final class BundledFonts implements FontMapper {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private @Nullable TrueTypeFont font;

    private BundledFonts() {}

    /// Lets all of this process use it.
    public static void use() {
        FontMappers.set(new BundledFonts());
    }

    private synchronized TrueTypeFont font() {
        if (font == null) {
            try (InputStream stream =
                    Objects.requireNonNull(BundledFonts.class.getResourceAsStream(FONT))) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return font;
    }

    // Not called a fallback, for PDFBox would warn of each.
    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            @Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            @Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), false);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox takes null for "no such font"
    public CIDFontMapping getCIDFont(
            @Nullable String name,
            @Nullable PDFontDescriptor descriptor,
            @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font(), false);
    }
}
