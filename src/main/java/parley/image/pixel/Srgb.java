package parley.image.pixel;

/// Between sRGB as files hold it and linear light (IEC 61966-2-1).
public final class Srgb {
    private static final int LEVELS = 256;

    /// Fine enough that every 8-bit level comes back as itself.
    private static final int STEPS = 1 << 14;

    private static final float[] TO_LINEAR = new float[LEVELS];
    private static final byte[] FROM_LINEAR = new byte[STEPS + 1];

    static {
        for (int level = 0; level < LEVELS; level++) {
            TO_LINEAR[level] = (float) linear(level / 255.0);
        }
        for (int step = 0; step <= STEPS; step++) {
            FROM_LINEAR[step] = (byte) Math.round(encoded((double) step / STEPS) * 255);
        }
    }

    private Srgb() {}

    /// Linear light, 0 to 1, of a level, 0 to 255.
    public static float linear(int level) {
        return TO_LINEAR[level];
    }

    /// The level of linear light; beyond 0 to 1 the nearest.
    public static int level(float linear) {
        if (!(linear > 0)) {
            return 0;
        }
        return linear >= 1 ? LEVELS - 1 : FROM_LINEAR[(int) (linear * STEPS + 0.5f)] & 0xff;
    }

    /// Linear light of an encoded value, both 0 to 1.
    public static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    /// The encoded value of linear light, both 0 to 1.
    public static double encoded(double linear) {
        return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
