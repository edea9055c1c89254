package parley.image.operation.scene.design;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text as forms, in the program's own font, Roboto: exactly the letters that were given.
public final class Lettering {
    private static final FontRenderContext METRICS =
            new FontRenderContext(new AffineTransform(), true, true);
    private static final Font STRONG = load();

    private Lettering() {}

    /// The outline of a line of text, as large as fits.
    ///
    /// @param x the middle
    /// @param y the base line
    public static Shape line(String text, double x, double y, double widest, double tallest) {
        Shape raw = STRONG.createGlyphVector(METRICS, text).getOutline();
        Rectangle2D box = raw.getBounds2D();
        if (box.getWidth() <= 0) {
            return raw;
        }
        double capitals = 711;
        double scale = Math.min(widest / box.getWidth(), tallest / capitals);
        AffineTransform move = AffineTransform.getTranslateInstance(x, y);
        move.scale(scale, scale);
        move.translate(-box.getCenterX(), 0);
        return move.createTransformedShape(raw);
    }

    /// Whether the font has every letter of a text.
    public static boolean has(String text) {
        return STRONG.canDisplayUpTo(text) < 0;
    }

    /// Where fontconfig is missing AWT throws at the first font unless it is given a list of fonts;
    /// an empty one will do.
    private static Font load() {
        System.setProperty("java.awt.headless", "true");
        try (InputStream file = Lettering.class.getResourceAsStream("/fonts/Roboto-Medium.ttf")) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its font.");
            }
            if (System.getProperty("sun.awt.fontconfig") != null) {
                return measured(file);
            }
            Path list = Files.createTempFile("parley-fonts", ".properties");
            try {
                Files.writeString(list, "version=1\nsequence.allfonts=default\n");
                System.setProperty("sun.awt.fontconfig", list.toString());
                return measured(file);
            } finally {
                Files.delete(list);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The program's font cannot be read.", e);
        }
    }

    private static Font measured(InputStream file) throws IOException, FontFormatException {
        Font font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(1000f);
        // Only measuring makes AWT read its list of fonts.
        font.createGlyphVector(METRICS, "x").getLogicalBounds();
        return font;
    }
}
