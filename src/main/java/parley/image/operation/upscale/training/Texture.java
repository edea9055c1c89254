package parley.image.operation.upscale.training;

import java.util.SplittableRandom;

/// What the surface of a thing looks like from near.
///
/// @param amplitude how far it goes from the tone
/// @param waveX cycles a pixel
/// @param grain how much of it is noise of several sizes rather than stripes: 0 to 1
record Texture(double amplitude, double waveX, double waveY, double grain, double size, long seed) {
    private static final int OCTAVES = 3;

    static Texture random(SplittableRandom random) {
        double amplitude = random.nextDouble() < 0.4 ? 0 : random.nextDouble(0, 0.15);
        double direction = random.nextDouble(0, StrictMath.PI);
        double frequency = 0.02 * StrictMath.pow(16, random.nextDouble());
        double kind = random.nextDouble();
        return new Texture(
                amplitude,
                frequency * StrictMath.cos(direction),
                frequency * StrictMath.sin(direction),
                kind < 0.3 ? 0 : kind < 0.8 ? 1 : 0.5,
                random.nextDouble(1.5, 12),
                random.nextLong());
    }

    double value(double x, double y) {
        if (amplitude == 0) {
            return 0;
        }
        double value = 0;
        if (grain < 1) {
            value += (1 - grain) * StrictMath.sin(2 * StrictMath.PI * (waveX * x + waveY * y));
        }
        if (grain > 0) {
            value += grain * noise(x, y);
        }
        return amplitude * value;
    }

    private double noise(double x, double y) {
        double sum = 0;
        double period = size;
        double share = 1.2;
        for (int octave = 0; octave < OCTAVES && period >= 1; octave++) {
            sum += share * smooth(x / period, y / period, seed + octave);
            period /= 2;
            share *= 0.7;
        }
        return sum;
    }

    /// Values of a lattice, -1 to 1, joined smoothly (Perlin's fade curve of 2002).
    private static double smooth(double x, double y, long seed) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double u = fade(x - left);
        double v = fade(y - top);
        long i = (long) left;
        long j = (long) top;
        double above = lattice(i, j, seed) * (1 - u) + lattice(i + 1, j, seed) * u;
        double below = lattice(i, j + 1, seed) * (1 - u) + lattice(i + 1, j + 1, seed) * u;
        return above * (1 - v) + below * v;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014) over the place.
    private static double lattice(long i, long j, long seed) {
        long mixed = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (mixed >> 11) * 0x1.0p-52;
    }
}
