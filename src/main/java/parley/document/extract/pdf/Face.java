package parley.document.extract.pdf;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// What a reader sees of a font besides its size.
record Face(boolean bold, boolean monospaced) {
    static final Face PLAIN = new Face(false, false);

    private static final float BOLD_WEIGHT = 600;
    private static final Pattern BOLD = Pattern.compile("bold|black|heavy|semibold|demi(?!r)");
    // CMTT and friends are TeX's typewriter fonts.
    private static final Pattern MONOSPACED =
            Pattern.compile("courier|mono|consol|typewriter|fixed|menlo|cmtt|(^|\\+)cr\\d*$");

    static Face of(PDFont font) {
        String name = name(font);
        @Nullable PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean bold = BOLD.matcher(name).find();
        boolean monospaced = MONOSPACED.matcher(name).find();
        if (descriptor != null) {
            bold |= descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT;
            monospaced |= descriptor.isFixedPitch() && !isWide(font);
        }
        return new Face(bold, monospaced);
    }

    private static String name(PDFont font) {
        @Nullable String name = font.getName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    // Some makers say of every font that it is fixed; the widths of i and m know better.
    private static boolean isWide(PDFont font) {
        try {
            float narrow = font.getWidth('i');
            float wide = font.getWidth('m');
            return narrow > 0 && wide > 0 && Math.abs(wide - narrow) > 1;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
