package parley.image.pixel;

/// Numbers that look like chance and depend only on what they are made of, so that rows can be
/// worked on in any order. Source: the finalizer of Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014.
public final class Mixing {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mixing() {}

    /// All 64 bits, each as likely 0 as 1.
    public static long bits(long seed, long one, long other) {
        return bits(bits(seed + GOLDEN * (one + 1)) + GOLDEN * (other + 1));
    }

    private static long bits(long value) {
        return scrambled(value + GOLDEN);
    }

    /// Numbers that differ in one bit have nothing in common any more.
    public static long scrambled(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// 0 to below 1.
    public static float unit(long seed, long one, long other) {
        return (bits(seed, one, other) >>> 40) * 0x1p-24f;
    }

    /// 0 to below the bound.
    public static int below(int bound, long seed, long one, long other) {
        return (int) (((bits(seed, one, other) >>> 33) * bound) >>> 31);
    }
}
