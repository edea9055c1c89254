package parley.image.pixel;

/// Chance that has a value at every whole place and is smooth between them. Source: the noise of
/// Perlin, "An image synthesizer", SIGGRAPH 1985, with values rather than slopes at the knots.
public final class ValueNoise {
    private ValueNoise() {}

    /// The values at whole places; always the same for the same place.
    @FunctionalInterface
    public interface Lattice {
        double at(long x, long y);
    }

    /// The value at a place: within the range of those of the lattice.
    public static double at(Lattice lattice, double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double across = eased(x - left);
        double down = eased(y - top);
        double above = mixed(lattice.at(left, top), lattice.at(left + 1, top), across);
        double below = mixed(lattice.at(left, top + 1), lattice.at(left + 1, top + 1), across);
        return mixed(above, below, down);
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mixed(double one, double other, double part) {
        return one + (other - one) * part;
    }
}
