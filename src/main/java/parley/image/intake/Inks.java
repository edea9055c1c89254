package parley.image.intake;

import java.awt.image.Raster;
import parley.image.pixel.Picture;

/// Turns cyan, magenta, yellow and black into colours.
final class Inks {
    private Inks() {}

    /// @param raster four bands, as the file has them
    /// @param profile what the inks look like; without one that can be used they are taken as
    ///   filters that lie one over another
    static Picture picture(Raster raster, JpegFile.Inks form, byte[] profile)
            throws InterruptedException {
        int width = raster.getWidth();
        int height = raster.getHeight();
        ColourProfile colours = ColourProfile.ofInks(profile);
        int[] argb = new int[width * height];
        int[] samples = new int[4 * width];
        byte[] inks = new byte[4 * width];
        for (int y = 0; y < height; y++) {
            FormReader.requireWanted();
            raster.getPixels(0, y, width, 1, samples);
            for (int i = 0; i < samples.length; i++) {
                inks[i] = (byte) (form == JpegFile.Inks.INVERTED ? 255 - samples[i] : samples[i]);
            }
            if (!colours.row(inks, width, argb, y * width)) {
                filters(inks, width, argb, y * width);
            }
        }
        return new Picture(width, height, argb);
    }

    private static void filters(byte[] inks, int width, int[] argb, int at) {
        for (int x = 0; x < width; x++) {
            int light = 255 - (inks[4 * x + 3] & 0xff);
            argb[at + x] =
                    0xff000000
                            | through(inks[4 * x], light) << 16
                            | through(inks[4 * x + 1], light) << 8
                            | through(inks[4 * x + 2], light);
        }
    }

    private static int through(byte ink, int light) {
        return ((255 - (ink & 0xff)) * light + 127) / 255;
    }
}
