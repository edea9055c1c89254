package parley.image;

import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// Small pictures of large ones, in two steps: whole blocks become their mean, in linear light,
/// which needs no more memory than the result; a good filter does the rest.
final class Thumbnail {
    private static final int LONGEST_SIDE = 320;

    /// What the filter gets has sides at least this many times as long as what it makes, or it
    /// would be seen that there were blocks.
    private static final int FINER = 2;

    private Thumbnail() {}

    /// @return at most [#LONGEST_SIDE] pixels wide and high; the picture itself if it is no larger
    static Picture of(Picture picture) {
        if (isSmall(picture)) {
            return picture;
        }
        Size size = picture.size().within(LONGEST_SIDE);
        int longest = Math.max(picture.width(), picture.height());
        int shortest = Math.min(picture.width(), picture.height());
        int block = Math.clamp(longest / (FINER * LONGEST_SIDE), 1, shortest);
        Picture coarser = block > 1 ? means(picture, block) : picture;
        return Resize.picture(coarser, size, Kernel.LANCZOS);
    }

    /// Whether a picture is its own thumbnail.
    static boolean isSmall(Picture picture) {
        return picture.width() <= LONGEST_SIDE && picture.height() <= LONGEST_SIDE;
    }

    /// What does not fill a block at the right and at the bottom is left out.
    private static Picture means(Picture picture, int block) {
        int width = picture.width() / block;
        int height = picture.height() / block;
        int[] argb = new int[width * height];
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        argb[y * width + x] = mean(picture, x * block, y * block, block);
                    }
                });
        return new Picture(width, height, argb);
    }

    /// What is transparent adds no colour.
    private static int mean(Picture picture, int left, int top, int block) {
        float red = 0;
        float green = 0;
        float blue = 0;
        long alpha = 0;
        for (int y = top; y < top + block; y++) {
            for (int x = left; x < left + block; x++) {
                int pixel = picture.at(x, y);
                int weight = pixel >>> 24;
                red += weight * Srgb.linear(pixel >> 16 & 0xff);
                green += weight * Srgb.linear(pixel >> 8 & 0xff);
                blue += weight * Srgb.linear(pixel & 0xff);
                alpha += weight;
            }
        }
        if (alpha == 0) {
            return 0;
        }
        return Math.round((float) alpha / (block * block)) << 24
                | Srgb.level(red / alpha) << 16
                | Srgb.level(green / alpha) << 8
                | Srgb.level(blue / alpha);
    }
}
