package parley.image.operation.matte;

import java.util.Arrays;

/// The picture as a few hundred pieces of one colour each: Achanta and others, "SLIC superpixels
/// compared to state-of-the-art superpixel methods", 2012.
final class Superpixels {
    private static final int ROUNDS = 6;
    private static final float COMPACTNESS = 12;

    private final SmallCopy copy;
    private final int[] label;
    private final float[][] centre;
    private final int[] size;

    private Superpixels(SmallCopy copy, int step) {
        this.copy = copy;
        label = new int[copy.pixels()];
        int across = Math.max(1, copy.width() / step);
        int down = Math.max(1, copy.height() / step);
        centre = new float[across * down][];
        size = new int[centre.length];
        for (int k = 0; k < centre.length; k++) {
            int column = k % across;
            int row = k / across;
            int x = (int) ((column + 0.5f) * copy.width() / across);
            int y = (int) ((row + 0.5f) * copy.height() / down);
            int i = y * copy.width() + x;
            centre[k] =
                    new float[] {
                        copy.lightness().values()[i],
                        copy.a().values()[i],
                        copy.b().values()[i],
                        x,
                        y
                    };
        }
    }

    /// @param count about how many
    static Superpixels of(SmallCopy copy, int count) {
        int step = Math.max(2, (int) Math.sqrt((double) copy.pixels() / count));
        Superpixels made = new Superpixels(copy, step);
        for (int round = 0; round < ROUNDS; round++) {
            made.assign(step);
            made.move();
        }
        return made;
    }

    int count() {
        return centre.length;
    }

    /// Which one each pixel is in.
    int[] label() {
        return label;
    }

    /// Lightness, a, b, x and y, as means.
    float[] centre(int k) {
        return centre[k];
    }

    /// Of how many pixels it is; 0 if nothing is left of it.
    int size(int k) {
        return size[k];
    }

    private void assign(int step) {
        float[] nearest = new float[label.length];
        Arrays.fill(nearest, Float.MAX_VALUE);
        float byPlace = COMPACTNESS * COMPACTNESS / (step * step);
        for (int k = 0; k < centre.length; k++) {
            float[] at = centre[k];
            int top = Math.max(0, (int) at[4] - step);
            int bottom = Math.min(copy.height() - 1, (int) at[4] + step);
            int left = Math.max(0, (int) at[3] - step);
            int right = Math.min(copy.width() - 1, (int) at[3] + step);
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    int i = y * copy.width() + x;
                    float distance = distance(at, i, x, y, byPlace);
                    if (distance < nearest[i]) {
                        nearest[i] = distance;
                        label[i] = k;
                    }
                }
            }
        }
    }

    private float distance(float[] at, int i, int x, int y, float byPlace) {
        float lightness = copy.lightness().values()[i] - at[0];
        float a = copy.a().values()[i] - at[1];
        float b = copy.b().values()[i] - at[2];
        float across = x - at[3];
        float down = y - at[4];
        return lightness * lightness + a * a + b * b + byPlace * (across * across + down * down);
    }

    private void move() {
        float[][] sums = new float[centre.length][5];
        Arrays.fill(size, 0);
        for (int i = 0; i < label.length; i++) {
            float[] sum = sums[label[i]];
            sum[0] += copy.lightness().values()[i];
            sum[1] += copy.a().values()[i];
            sum[2] += copy.b().values()[i];
            sum[3] += copy.column(i);
            sum[4] += copy.row(i);
            size[label[i]]++;
        }
        for (int k = 0; k < centre.length; k++) {
            for (int part = 0; part < 5 && size[k] > 0; part++) {
                centre[k][part] = sums[k][part] / size[k];
            }
        }
    }
}
