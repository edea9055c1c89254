package parley.image.operation.matte.training;

import parley.image.pixel.Mixing;

/// Smooth chance with finer chance in it: Perlin, "An image synthesizer", SIGGRAPH 1985, with
/// values at the knots.
final class Clouds {
    private final long seed;

    Clouds(long seed) {
        this.seed = seed;
    }

    /// 0 to 1, with a mean of one half; features are about 1 large.
    double at(double x, double y, int octaves) {
        double sum = 0;
        double weight = 1;
        double all = 0;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * smooth(x * scale, y * scale, octave);
            all += weight;
            weight *= 0.55;
            scale *= 2;
        }
        return sum / all;
    }

    /// 0 to 1, another for each whole place.
    double grain(long x, long y) {
        return Mixing.unit(seed, x, y);
    }

    private double smooth(double x, double y, int octave) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double across = eased(x - left);
        double down = eased(y - top);
        long own = seed + octave;
        double above = mixed(Mixing.unit(own, left, top), Mixing.unit(own, left + 1, top), across);
        double below =
                mixed(Mixing.unit(own, left, top + 1), Mixing.unit(own, left + 1, top + 1), across);
        return mixed(above, below, down);
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mixed(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
