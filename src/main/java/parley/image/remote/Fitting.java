package parley.image.remote;

import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Brings pictures into the sizes that a vendor takes, and back.
final class Fitting {
    private Fitting() {}

    /// The picture, made smaller where it has more pixels than this or a longer side.
    static Picture within(Picture picture, long mostPixels, int longestSide) {
        double scale = Math.min(1, Math.sqrt(mostPixels / (double) picture.size().pixels()));
        int longest = Math.max(picture.width(), picture.height());
        int side = Math.min(longestSide, (int) Math.floor(longest * scale));
        return side >= longest ? picture : to(picture, picture.size().within(side));
    }

    static Picture to(Picture picture, Size size) {
        return picture.size().equals(size)
                ? picture
                : Resize.picture(picture, size, Kernel.LANCZOS);
    }

    /// The nearest size whose sides are multiples of a number, and that is within limits.
    static Size onGrid(Size size, int grid, int shortest, int longest) {
        double scale = Math.min(1, longest / (double) Math.max(size.width(), size.height()));
        double grow = Math.max(1, shortest / (scale * Math.min(size.width(), size.height())));
        return new Size(
                side(size.width() * scale * grow, grid, shortest, longest),
                side(size.height() * scale * grow, grid, shortest, longest));
    }

    private static int side(double length, int grid, int shortest, int longest) {
        int side = (int) Math.round(length / grid) * grid;
        return Math.clamp(side, (shortest + grid - 1) / grid * grid, longest / grid * grid);
    }
}
