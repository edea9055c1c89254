package parley.bench.images;

import parley.image.pixel.Mixing;
import parley.image.pixel.ValueNoise;

/// Numbers between 0 and 1 that look like chance and follow from where they are.
final class SceneNoise {
    private SceneNoise() {}

    /// @see <a href="https://prng.di.unimi.it/splitmix64.c">SplitMix64</a>
    static double at(long seed, long place) {
        long z = seed * 0x9e3779b97f4a7c15L + place * 0xd1b54a32d192ed03L + 0x632be59bd9b4e019L;
        return (Mixing.scrambled(z) >>> 11) * 0x1.0p-53;
    }

    /// Smooth between whole places.
    static double smooth(long seed, double x, double y) {
        return ValueNoise.at((column, row) -> lattice(seed, column, row), x, y);
    }

    /// Rough at every scale, as clouds and hills are.
    static double fractal(long seed, double x, double y) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int octave = 0; octave < 5; octave++) {
            sum += weight * smooth(seed + octave, x * scale, y * scale);
            weight /= 2;
            scale *= 2.03;
        }
        return sum / 0.96875;
    }

    private static double lattice(long seed, long x, long y) {
        return at(seed, x * 73_856_093L ^ y * 19_349_663L);
    }
}
