package parley.image.operation.style;

import parley.image.operation.style.painted.PaintedStyle;
import parley.image.operation.style.painted.Subject;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Paints pictures anew. What is transparent stays so, and has no part in the painting.
public final class Painting {
    private static final int WHITE = 0xffffff;

    private Painting() {}

    /// @param style as requests have it
    /// @param strength 0 for the picture itself to 1 for the painting alone
    /// @param structure how closely the painting keeps to the picture: 0 to 1
    public static Picture painted(
            Picture picture, String style, double strength, double structure, long seed) {
        if (strength <= 0) {
            return picture;
        }
        Subject subject = Subject.of(onWhite(picture), structure, seed);
        Picture painting = PaintedStyle.named(style).paint(subject).picture();
        int[] argb = new int[picture.argb().length];
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
                        argb[i] = mixed(picture.argb()[i], painting.argb()[i], (float) strength);
                    }
                });
        return new Picture(picture.width(), picture.height(), argb);
    }

    private static Picture onWhite(Picture picture) {
        int[] argb = new int[picture.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = picture.argb()[i];
            argb[i] = 0xff000000 | mixed(WHITE, pixel, (pixel >>> 24) / 255f);
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /// A colour between two, with the alpha of the first.
    private static int mixed(int from, int to, float part) {
        int made = from & 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int one = from >> shift & 0xff;
            int other = to >> shift & 0xff;
            made |= Math.round(one + part * (other - one)) << shift;
        }
        return made;
    }
}
