package parley.image.operation.matte.training;

import java.util.SplittableRandom;

/// A colour as shares of red, green and blue, 0 to 1, as encoded in sRGB.
record Tint(float red, float green, float blue) {
    static Tint any(SplittableRandom random) {
        return of(random.nextDouble(), random.nextDouble(0.05, 0.95), random.nextDouble(0.1, 0.97));
    }

    /// One that is seldom vivid, as most things outside are.
    static Tint dull(SplittableRandom random) {
        double vivid = random.nextDouble();
        return of(random.nextDouble(), 0.65 * vivid * vivid, random.nextDouble(0.12, 0.97));
    }

    /// Another of the same family.
    Tint near(SplittableRandom random, double by) {
        double lighter = random.nextDouble(-by, by);
        return new Tint(
                moved(red, lighter + random.nextDouble(-by, by) / 2),
                moved(green, lighter + random.nextDouble(-by, by) / 2),
                moved(blue, lighter + random.nextDouble(-by, by) / 2));
    }

    private static float moved(float value, double by) {
        return (float) Math.clamp(value + by, 0.0, 1.0);
    }

    /// From hue, saturation and value, each 0 to 1 (Smith, "Color gamut transform pairs", 1978).
    static Tint of(double hue, double saturation, double value) {
        return new Tint(
                part(hue, saturation, value, 5),
                part(hue, saturation, value, 3),
                part(hue, saturation, value, 1));
    }

    private static float part(double hue, double saturation, double value, int sector) {
        double k = (sector + hue * 6) % 6;
        double off = Math.clamp(Math.min(k, 4 - k), 0.0, 1.0);
        return (float) (value * (1 - saturation * off));
    }
}
