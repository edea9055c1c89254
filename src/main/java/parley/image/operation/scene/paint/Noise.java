package parley.image.operation.scene.paint;

/// Smooth chance over the plane: the same place has the same value, whoever asks first. Gradient
/// noise as in Perlin, "Improving Noise", 2002, with its lattice hashed by the finaliser of
/// MurmurHash3.
public final class Noise {
    private static final double[] ACROSS = new double[32];
    private static final double[] DOWN = new double[32];

    static {
        for (int i = 0; i < ACROSS.length; i++) {
            ACROSS[i] = Math.cos(2 * Math.PI * i / ACROSS.length);
            DOWN[i] = Math.sin(2 * Math.PI * i / DOWN.length);
        }
    }

    private final int seed;

    public Noise(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /// Any 32 bits for a place.
    public int bits(int x, int y) {
        int h = seed + x * 0x9e3779b1 + y * 0x85ebca77;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /// 0 to 1, unrelated to its neighbours.
    public double cell(int x, int y) {
        return (bits(x, y) >>> 8) / (double) (1 << 24);
    }

    /// About -1 to 1, with one bump or hollow each unit.
    public double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double dx = x - left;
        double dy = y - top;
        double u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
        double v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
        double above = slope(left, top, dx, dy);
        above += (slope(left + 1, top, dx - 1, dy) - above) * u;
        double below = slope(left, top + 1, dx, dy - 1);
        below += (slope(left + 1, top + 1, dx - 1, dy - 1) - below) * u;
        return (above + (below - above) * v) * 1.5;
    }

    private double slope(int x, int y, double dx, double dy) {
        int direction = bits(x, y) & 31;
        return ACROSS[direction] * dx + DOWN[direction] * dy;
    }

    /// Sums of finer and weaker noise: about -1 to 1.
    public double clouds(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
            weight *= 0.5;
            scale *= 2.03;
        }
        return sum * 1.2;
    }

    /// Sharp crests, as in Musgrave's ridged multifractals: 0 to 1.
    public double ridges(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        double before = 1;
        for (int octave = 0; octave < octaves; octave++) {
            double crest = 1 - Math.abs(at(x * scale + 31.7 * octave, y * scale));
            crest *= crest;
            sum += weight * crest * before;
            before = crest;
            weight *= 0.5;
            scale *= 2.07;
        }
        return Math.min(1, sum);
    }
}
