package parley.analysis.chart.canvas;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import parley.analysis.chart.canvas.Canvas.Face;

/// The font of all charts, Roboto, from the program itself: Latin, Greek and Cyrillic. The
/// machine's fonts are never asked, so that a chart looks the same on all machines.
public final class Typeface {
    /// What comes where a text was cut off.
    private static final String ELLIPSIS = "…";

    /// No line is longer, however much room there is.
    private static final int LONGEST = 500;

    private static final int LONGEST_DESCRIPTION = 4000;

    private static final double UNITS = 1000;
    private static final FontRenderContext METRICS =
            new FontRenderContext(new AffineTransform(), true, true);

    private static final Typeface REGULAR;
    private static final Typeface STRONG;

    static {
        Font[] fonts = new Font[2];
        Headless.withoutSystemFonts(() -> {
            fonts[0] = load("Roboto-Regular.ttf");
            fonts[1] = load("Roboto-Medium.ttf");
            // Only measuring makes AWT read its list of fonts.
            fonts[0].createGlyphVector(METRICS, "x").getLogicalBounds();
        });
        REGULAR = new Typeface(fonts[0]);
        STRONG = new Typeface(fonts[1]);
    }

    private final Font font;
    private final double[] latinWidths = new double[0x250];

    private Typeface(Font font) {
        this.font = font;
        for (int letter = 0; letter < latinWidths.length; letter++) {
            latinWidths[letter] = measured(letter);
        }
    }

    /// How wide a text is, in points.
    public static double width(String text, Face face) {
        Typeface typeface = of(face);
        return text.codePoints().mapToDouble(typeface::widthOf).sum() * face.size() / UNITS;
    }

    /// A text for one line: without what would steer the line instead of being seen, and cut off
    /// with an ellipsis where the room ends.
    public static String fitted(String text, Face face, double room) {
        String line = oneLine(text);
        if (width(line, face) <= room) {
            return line;
        }
        Typeface typeface = of(face);
        double left = (room - width(ELLIPSIS, face)) * UNITS / face.size();
        int end = 0;
        while (end < line.length()) {
            int letter = line.codePointAt(end);
            left -= typeface.widthOf(letter);
            if (left < 0) {
                break;
            }
            end += Character.charCount(letter);
        }
        return end == 0 ? "" : line.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /// Without control characters, marks that turn the direction, joiners and halves of surrogates;
    /// white space becomes one space.
    static String oneLine(String text) {
        return oneLine(text, LONGEST);
    }

    /// The same for text that is not drawn.
    static String description(String text) {
        return oneLine(text, LONGEST_DESCRIPTION);
    }

    private static String oneLine(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(Typeface::visible)
                .filter(letter -> letter >= 0)
                .filter(letter -> letter != ' ' || !endsWithSpace(line))
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean endsWithSpace(StringBuilder line) {
        return line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    }

    private static int visible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR -> letter == 0xA0 ? letter : ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL -> ' ';
            case Character.FORMAT, Character.SURROGATE -> -1;
            default -> isVariationSelector(letter) ? -1 : letter;
        };
    }

    private static boolean isVariationSelector(int letter) {
        return (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
    }

    static boolean has(int letter) {
        return REGULAR.font.canDisplay(letter);
    }

    /// The font at a size in pixels.
    static Font font(Face face, double pixels) {
        return of(face).font.deriveFont((float) pixels);
    }

    private static Typeface of(Face face) {
        return face.strong() ? STRONG : REGULAR;
    }

    private double widthOf(int letter) {
        return letter < latinWidths.length ? latinWidths[letter] : measured(letter);
    }

    /// Of 1/1000 of the size. What the font lacks is as wide as it is high.
    private double measured(int letter) {
        return font.canDisplay(letter)
                ? font.createGlyphVector(METRICS, Character.toString(letter))
                        .getGlyphMetrics(0)
                        .getAdvanceX()
                : UNITS;
    }

    private static Font load(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream("/fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its font " + name + ".");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont((float) UNITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + name + " cannot be read.", e);
        }
    }
}
