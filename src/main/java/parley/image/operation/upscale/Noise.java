package parley.image.operation.upscale;

import java.util.Arrays;
import parley.image.pixel.Plane;

/// How noisy a picture is.
final class Noise {
    private static final int BLOCK = 16;
    private static final double LEVELS = 255;

    /// Of all blocks this share has no more: those are the flat ones, where all that is left is
    /// noise.
    private static final double FLAT_SHARE = 0.1;

    private Noise() {}

    /// The standard deviation of the noise in levels, by Immerkær's mask ("Fast noise variance
    /// estimation", 1996), which does not see edges that run straight, on the flattest blocks.
    static double of(Plane luma) {
        int across = (luma.width() - 2) / BLOCK;
        int down = (luma.height() - 2) / BLOCK;
        if (across < 1 || down < 1) {
            return 0;
        }
        double[] found = new double[across * down];
        for (int block = 0; block < found.length; block++) {
            found[block] = block(luma, block % across * BLOCK + 1, block / across * BLOCK + 1);
        }
        Arrays.sort(found);
        return found[(int) (FLAT_SHARE * (found.length - 1))];
    }

    private static double block(Plane luma, int left, int top) {
        double sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                double corners =
                        luma.at(x - 1, y - 1)
                                + luma.at(x + 1, y - 1)
                                + luma.at(x - 1, y + 1)
                                + luma.at(x + 1, y + 1);
                double sides =
                        luma.at(x, y - 1)
                                + luma.at(x, y + 1)
                                + luma.at(x - 1, y)
                                + luma.at(x + 1, y);
                sum += Math.abs(corners - 2 * sides + 4 * luma.at(x, y));
            }
        }
        return Math.sqrt(Math.PI / 2) * sum / (6.0 * BLOCK * BLOCK) * LEVELS;
    }
}
