package parley.image.operation.upscale;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Adds what was not in the picture: contrast between near places, and a fine grain where the
/// picture has structure. It looks livelier and is made up.
final class Creativity {
    private static final double MOST_CONTRAST = 0.5;

    /// Of the grain's deviation, 0 to 1.
    private static final double MOST_GRAIN = 0.05;

    private static final int[] NARROW = {0, 1, 2, 1, 0};
    private static final int[] WIDE = {1, 4, 6, 4, 1};
    private static final float NARROW_SUM = 4;
    private static final float WIDE_SUM = 16;
    private static final int REACH = 2;

    private Creativity() {}

    /// @param amount 1 to 100
    /// @param factor how many times larger the picture has become
    /// @param seed what the grain is made of
    static void add(Layers layers, int amount, int factor, long seed) {
        Plane luma = layers.luma();
        Plane smooth = Blur.gaussian(luma, 3.0 * factor);
        float contrast = (float) (MOST_CONTRAST * amount / 100);
        float grain = (float) (MOST_GRAIN * amount / 100);
        Rows.each(
                luma.height(),
                y -> {
                    float[] more = grain(luma.width(), y, seed);
                    int start = y * more.length;
                    for (int x = 0; x < more.length; x++) {
                        float value = luma.values()[start + x];
                        float detail = value - smooth.values()[start + x];
                        // Least in the lightest and darkest tones, and where all is flat.
                        float middle = 4 * value * (1 - value);
                        float busy = Math.min(1, 0.25f + 12 * Math.abs(detail));
                        more[x] = middle * (contrast * detail + grain * busy * more[x]);
                    }
                    Sharpening.add(layers, y, more);
                });
        layers.planes().forEach(BackProjection::hold);
    }

    /// A row of noise that has neither the coarsest nor the finest structures: the difference of
    /// two binomial filters. Its deviation is about 1.
    private static float[] grain(int width, int y, long seed) {
        float[] narrow = new float[width + 2 * REACH];
        float[] wide = new float[width + 2 * REACH];
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int x = 0; x < narrow.length; x++) {
                float noise = noise(x, y + dy, seed);
                narrow[x] += NARROW[dy + REACH] / NARROW_SUM * noise;
                wide[x] += WIDE[dy + REACH] / WIDE_SUM * noise;
            }
        }
        float[] row = new float[width];
        for (int x = 0; x < width; x++) {
            for (int k = 0; k <= 2 * REACH; k++) {
                row[x] += NARROW[k] / NARROW_SUM * narrow[x + k] - WIDE[k] / WIDE_SUM * wide[x + k];
            }
            row[x] *= 5.5f;
        }
        return row;
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014) over the place: -1 to 1.
    private static float noise(int x, int y, long seed) {
        long mixed = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (int) (mixed >> 32) * 0x1.0p-31f;
    }
}
