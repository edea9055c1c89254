package parley.image.pixel;

/// Planes of chance, from 0 to 1 with a mean of one half. The same for the same seed.
public final class Noise {
    private Noise() {}

    /// Each pixel for itself.
    public static Plane white(int width, int height, long seed) {
        Plane plane = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        plane.set(x, y, Mixing.unit(seed, x, y));
                    }
                });
        return plane;
    }

    /// Clouds: sums of noise of halving size and weight. Source: Perlin, "An image synthesizer",
    /// SIGGRAPH 1985, with values rather than slopes at the knots.
    ///
    /// @param period of the largest, in pixels
    public static Plane clouds(int width, int height, double period, int octaves, long seed) {
        Plane plane = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        double sum = 0;
                        double weight = 1;
                        double all = 0;
                        double size = period;
                        for (int octave = 0; octave < octaves; octave++) {
                            sum += weight * value(x / size, y / size, seed + octave);
                            all += weight;
                            weight /= 2;
                            size /= 2;
                        }
                        plane.set(x, y, (float) (sum / all));
                    }
                });
        return plane;
    }

    private static double value(double x, double y, long seed) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = eased(x - left);
        double down = eased(y - top);
        double above =
                mixed(Mixing.unit(seed, left, top), Mixing.unit(seed, left + 1, top), across);
        double below =
                mixed(
                        Mixing.unit(seed, left, top + 1),
                        Mixing.unit(seed, left + 1, top + 1),
                        across);
        return mixed(above, below, down);
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mixed(double one, double other, double part) {
        return one + (other - one) * part;
    }
}
