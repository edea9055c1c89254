package parley.bench.images;

import parley.image.pixel.Mixing;
import parley.image.pixel.ValueNoise;

/// Noise that belongs to a place: the same place always has the same ([ValueNoise], and several
/// octaves of it).
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /// 0 to 1, smooth over a distance of about 1.
    double at(double x, double y) {
        return ValueNoise.at(this::grain, x, y);
    }

    /// 0 to 1, with finer detail in it.
    double octaves(double x, double y, int count) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        double scale = 1;
        for (int octave = 0; octave < count; octave++) {
            sum += weight * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
            total += weight;
            weight /= 2;
            scale *= 2;
        }
        return sum / total;
    }

    /// 0 to 1, different at every whole place.
    double grain(long x, long y) {
        long place = seed * 0x9e3779b97f4a7c15L + x * 0xbf58476d1ce4e5b9L + y * 0x94d049bb133111ebL;
        return (Mixing.scrambled(place) >>> 11) * 0x1.0p-53;
    }
}
