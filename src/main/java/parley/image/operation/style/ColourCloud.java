package parley.image.operation.style;

import java.util.Arrays;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Mixing;
import parley.image.pixel.Picture;

/// Some of a picture's colours in L*a*b*, as many of each as it has of each; what is transparent
/// does not count.
///
/// @param values three numbers for each
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record ColourCloud(float[] values) {
    private static final int SIZE = 12_000;
    private static final int DIRECTIONS = 48;
    private static final long FIXED = 20_260;
    private static final int HALF_SEEN = 128;

    static ColourCloud of(Picture picture, LabPlanes lab) {
        int pixels = picture.argb().length;
        float[] values = new float[3 * SIZE];
        for (int k = 0; k < SIZE; k++) {
            int i = seen(picture, k, pixels);
            values[3 * k] = lab.lightness().values()[i];
            values[3 * k + 1] = lab.a().values()[i];
            values[3 * k + 2] = lab.b().values()[i];
        }
        return new ColourCloud(values);
    }

    /// A place by chance, one in each of as many equal parts of the picture.
    private static int seen(Picture picture, int k, int pixels) {
        int first = (int) ((long) k * pixels / SIZE);
        int last = Math.max(first + 1, (int) ((k + 1L) * pixels / SIZE));
        int i = first + Mixing.below(last - first, FIXED, k, 0);
        for (int tries = 1; tries < 40 && picture.argb()[i] >>> 24 < HALF_SEEN; tries++) {
            i = Mixing.below(pixels, FIXED, k, tries);
        }
        return i;
    }

    static ColourCloud of(Picture picture) {
        return of(picture, LabPlanes.of(picture));
    }

    int size() {
        return values.length / 3;
    }

    float[] lightness() {
        float[] lightness = new float[size()];
        for (int k = 0; k < lightness.length; k++) {
            lightness[k] = values[3 * k];
        }
        return lightness;
    }

    /// The colours along a direction, in order.
    float[] along(double[] direction) {
        float[] places = new float[size()];
        for (int k = 0; k < places.length; k++) {
            places[k] =
                    (float)
                            (direction[0] * values[3 * k]
                                    + direction[1] * values[3 * k + 1]
                                    + direction[2] * values[3 * k + 2]);
        }
        Arrays.sort(places);
        return places;
    }

    /// The sliced Wasserstein distance: the mean, over directions, of how far the colours must be
    /// moved along each to become the others. In units of L*a*b*. Source: Bonneel, Rabin, Peyré and
    /// Pfister, "Sliced and Radon Wasserstein barycenters of measures", 2015.
    double distance(ColourCloud other) {
        double sum = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] direction = Basis.of(FIXED, k).axis(k % 3);
            float[] mine = along(direction);
            float[] others = other.along(direction);
            double moved = 0;
            for (int i = 0; i < mine.length; i++) {
                moved += Math.abs(mine[i] - others[i]);
            }
            sum += moved / mine.length;
        }
        return sum / DIRECTIONS;
    }

    /// Three directions at right angles.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Basis(double[][] axes) {
        static final Basis STRAIGHT = new Basis(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

        /// By chance, all turns equally likely. Source: Shoemake, "Uniform random rotations",
        /// Graphics Gems III, 1992.
        static Basis of(long seed, int index) {
            double one = Mixing.unit(seed, index, 1);
            double angle = 2 * Math.PI * Mixing.unit(seed, index, 2);
            double other = 2 * Math.PI * Mixing.unit(seed, index, 3);
            double x = Math.sqrt(1 - one) * Math.sin(angle);
            double y = Math.sqrt(1 - one) * Math.cos(angle);
            double z = Math.sqrt(one) * Math.sin(other);
            double w = Math.sqrt(one) * Math.cos(other);
            return new Basis(
                    new double[][] {
                        {1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
                        {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
                        {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}
                    });
        }

        double[] axis(int index) {
            return axes[index];
        }
    }
}
