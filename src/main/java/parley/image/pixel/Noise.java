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

    /// Clouds: sums of [ValueNoise] of halving size and weight.
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
                            sum += weight * value(seed + octave, x / size, y / size);
                            all += weight;
                            weight /= 2;
                            size /= 2;
                        }
                        plane.set(x, y, (float) (sum / all));
                    }
                });
        return plane;
    }

    private static double value(long seed, double x, double y) {
        return ValueNoise.at((column, row) -> Mixing.unit(seed, column, row), x, y);
    }
}
