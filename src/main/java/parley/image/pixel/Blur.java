package parley.image.pixel;

/// Means of neighbourhoods.
public final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    /// Close to a Gaussian of this standard deviation in pixels: three means of boxes, as in Wells,
    /// "Efficient synthesis of Gaussian filters by cascaded uniform filters", 1986. The time does
    /// not depend on the deviation. Beyond the edges the nearest value goes on.
    public static Plane gaussian(Plane plane, double sigma) {
        if (sigma < 0.3) {
            return plane.copy();
        }
        double ideal = Math.sqrt(12 * sigma * sigma / PASSES + 1);
        int smaller = (int) Math.floor(ideal);
        smaller -= smaller % 2 == 0 ? 1 : 0;
        long smallOnes =
                Math.round(
                        (12 * sigma * sigma
                                        - PASSES * (double) smaller * smaller
                                        - 4.0 * PASSES * smaller
                                        - 3 * PASSES)
                                / (-4.0 * smaller - 4));
        Plane blurred = plane;
        for (int pass = 0; pass < PASSES; pass++) {
            blurred = box(blurred, (pass < smallOnes ? smaller : smaller + 2) / 2);
        }
        return blurred;
    }

    /// The mean of the square that reaches this far from each pixel. Beyond the edges the nearest
    /// value goes on.
    public static Plane box(Plane plane, int radius) {
        if (radius < 1) {
            return plane.copy();
        }
        int width = plane.width();
        int height = plane.height();
        Plane across = Plane.empty(width, height);
        Rows.each(height, y -> line(plane, across, y * width, radius));
        Plane made = Plane.empty(width, height);
        // Bands of columns, so that neighbours in memory are read together.
        int band = 32;
        Rows.each(
                (width + band - 1) / band,
                b -> {
                    int end = Math.min(width, (b + 1) * band);
                    columns(across, made, b * band, end, radius);
                });
        return made;
    }

    private static void line(Plane from, Plane to, int start, int radius) {
        int length = from.width();
        float[] source = from.values();
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += source[start + Math.clamp(k, 0, length - 1)];
        }
        double scale = 1.0 / (2 * radius + 1);
        for (int i = 0; i < length; i++) {
            to.values()[start + i] = (float) (sum * scale);
            sum +=
                    source[start + Math.min(length - 1, i + radius + 1)]
                            - source[start + Math.max(0, i - radius)];
        }
    }

    private static void columns(Plane from, Plane to, int begin, int end, int radius) {
        int width = from.width();
        int height = from.height();
        float[] source = from.values();
        double[] sums = new double[end - begin];
        for (int k = -radius; k <= radius; k++) {
            int row = Math.clamp(k, 0, height - 1) * width;
            for (int x = begin; x < end; x++) {
                sums[x - begin] += source[row + x];
            }
        }
        double scale = 1.0 / (2 * radius + 1);
        for (int y = 0; y < height; y++) {
            int entering = Math.min(height - 1, y + radius + 1) * width;
            int leaving = Math.max(0, y - radius) * width;
            for (int x = begin; x < end; x++) {
                to.values()[y * width + x] = (float) (sums[x - begin] * scale);
                sums[x - begin] += source[entering + x] - source[leaving + x];
            }
        }
    }
}
