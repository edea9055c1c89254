package parley.bench.images;

/// Noise that belongs to a place: the same place always has the same (value noise; several octaves
/// of it as in Perlin, "An image synthesizer", 1985).
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /// 0 to 1, smooth over a distance of about 1.
    double at(double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double across = eased(x - left);
        double down = eased(y - top);
        double above = mix(grain(left, top), grain(left + 1, top), across);
        double below = mix(grain(left, top + 1), grain(left + 1, top + 1), across);
        return mix(above, below, down);
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
        long mixed = seed * 0x9e3779b97f4a7c15L + x * 0xbf58476d1ce4e5b9L + y * 0x94d049bb133111ebL;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
