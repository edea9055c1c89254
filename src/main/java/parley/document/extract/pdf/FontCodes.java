package parley.document.extract.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// What the codes of one font mean, each asked for once.
final class FontCodes {
    private static final int ONE_BYTE = 256;

    /// @param text what it means; empty if nobody knows
    /// @param across how far it moves along the line, in units of the font's size
    /// @param down how far it moves in vertical writing
    record Code(String text, float across, float down) {}

    private final PDFont font;
    private final Face face;
    private final double scale;
    private final @Nullable Code[] small = new Code[ONE_BYTE];
    private final Map<Integer, Code> large = new HashMap<>();

    FontCodes(PDFont font) {
        this.font = font;
        this.face = Face.of(font);
        this.scale = scale(font);
    }

    Face face() {
        return face;
    }

    PDFont font() {
        return font;
    }

    /// How high its letters are, in units of the font's size.
    double scale() {
        return scale;
    }

    Code of(int code) {
        if (code < 0 || code >= ONE_BYTE) {
            return large.computeIfAbsent(code, this::look);
        }
        Code known = small[code];
        if (known == null) {
            known = look(code);
            small[code] = known;
        }
        return known;
    }

    private Code look(int code) {
        Vector move = new Vector(0, 0);
        try {
            move = font.getDisplacement(code);
        } catch (IOException | RuntimeException e) {
            // A damaged font still may say what its codes mean.
        }
        return new Code(text(code), move.getX(), move.getY());
    }

    private String text(int code) {
        @Nullable String text = null;
        try {
            text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        } catch (RuntimeException e) {
            // As if the font said nothing.
        }
        if (text == null) {
            boolean isLetter = font instanceof PDSimpleFont && code > ' ' && code < ONE_BYTE;
            return isLetter ? Character.toString(code) : "";
        }
        return Letters.clean(text);
    }

    // Fonts that draw their own glyphs have units of their own.
    private static double scale(PDFont font) {
        if (!(font instanceof PDType3Font)) {
            return 1;
        }
        try {
            PDRectangle box = new PDRectangle(font.getBoundingBox());
            double height = box.getHeight() * Math.abs(font.getFontMatrix().getScaleY());
            return height > 0 ? Math.clamp(height, 0.2, 2) : 1;
        } catch (IOException | RuntimeException e) {
            return 1;
        }
    }
}
