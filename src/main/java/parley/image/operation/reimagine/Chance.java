package parley.image.operation.reimagine;

import parley.image.pixel.Mixing;

/// Numbers that look like chance and follow from a seed and a place, so that every thread and every
/// size of a picture finds the same.
final class Chance {
    private final long seed;

    Chance(long seed) {
        this.seed = seed;
    }

    /// 0 to 1.
    double at(long place) {
        long z = seed * 0x9e3779b97f4a7c15L + place * 0xd1b54a32d192ed03L + 0x8cb92ba72f3d8dd7L;
        return (Mixing.scrambled(z) >>> 11) * 0x1.0p-53;
    }

    double between(long place, double low, double high) {
        return low + (high - low) * at(place);
    }

    /// Smooth between whole places: -1 to 1.
    double smooth(long layer, double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double u = eased(x - left);
        double v = eased(y - top);
        double above = lattice(layer, left, top) * (1 - u) + lattice(layer, left + 1, top) * u;
        double below =
                lattice(layer, left, top + 1) * (1 - u) + lattice(layer, left + 1, top + 1) * u;
        return 2 * (above * (1 - v) + below * v) - 1;
    }

    private double lattice(long layer, long x, long y) {
        return at(layer * 1_000_003 + (x * 73_856_093L ^ y * 19_349_663L));
    }

    /// Perlin's curve of the fifth degree.
    private static double eased(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
