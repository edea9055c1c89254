package parley.analysis.chart.canvas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Makes Java able to draw on a machine without a screen, without fonts and without fontconfig.
///
/// AWT asks fontconfig for the fonts of the machine when the first font is made, also when that
/// font comes from a file, and throws where fontconfig is not installed. It does not ask when it is
/// given a list of fonts: an empty one will do, since all text is drawn with the font in
/// [Typeface].
final class Headless {
    private static final String NO_FONTS = "version=1\nsequence.allfonts=default\n";

    private Headless() {}

    /// Runs the first thing that touches fonts.
    static void withoutSystemFonts(Runnable first) {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") != null) {
            first.run();
            return;
        }
        try {
            Path list = Files.createTempFile("parley-fonts", ".properties");
            try {
                Files.writeString(list, NO_FONTS);
                System.setProperty("sun.awt.fontconfig", list.toString());
                first.run();
            } finally {
                Files.delete(list);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps images that are written out of temporary files.
    static void withoutFiles() {
        ImageIO.setUseCache(false);
    }
}
