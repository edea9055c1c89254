package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import parley.analysis.chart.ChartStyle;

/// A file for a chart; its ending says the format.
final class PictureFile {
    private PictureFile() {}

    /// @throws CommandFailure if no chart can have that ending
    static ChartStyle style(Path target) {
        ChartStyle usual = ChartStyle.DEFAULT;
        return new ChartStyle(format(target), usual.dotsPerInch(), usual.quality(), usual.theme());
    }

    private static ChartStyle.Format format(Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return ChartStyle.Format.PNG;
        }
        if (name.endsWith(".svg")) {
            return ChartStyle.Format.SVG;
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return ChartStyle.Format.JPEG;
        }
        throw new CommandFailure(
                "A chart can be a .png, .svg or .jpg file; " + target + " is none of these.");
    }

    static void write(Path target, byte[] content, Console console) {
        try {
            Files.write(target, content);
            console.note("Wrote " + target + ".");
        } catch (IOException e) {
            throw new CommandFailure("The file " + target + " cannot be written.", e);
        }
    }
}
