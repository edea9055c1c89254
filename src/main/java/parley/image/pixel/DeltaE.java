package parley.image.pixel;

/// The difference that people see between two colours: CIEDE2000, as in Sharma, Wu and Dalal, "The
/// CIEDE2000 Color-Difference Formula", 2005. About 1 is just seen, beyond 10 everybody sees it.
public final class DeltaE {
    private static final double POWER = Math.pow(25, 7);

    private DeltaE() {}

    public static double of(Lab first, Lab second) {
        double chroma = (Math.hypot(first.a(), first.b()) + Math.hypot(second.a(), second.b())) / 2;
        double stretch = 0.5 * (1 - Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + POWER)));
        double a1 = first.a() * (1 + stretch);
        double a2 = second.a() * (1 + stretch);
        double c1 = Math.hypot(a1, first.b());
        double c2 = Math.hypot(a2, second.b());
        double h1 = hue(first.b(), a1);
        double h2 = hue(second.b(), a2);
        double turn = c1 * c2 == 0 ? 0 : wrapped(h2 - h1);
        double lightness = second.lightness() - first.lightness();
        double deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double meanLightness = (first.lightness() + second.lightness()) / 2.0;
        double meanChroma = (c1 + c2) / 2;
        double meanHue = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
        double weight =
                1
                        - 0.17 * cos(meanHue - 30)
                        + 0.24 * cos(2 * meanHue)
                        + 0.32 * cos(3 * meanHue + 6)
                        - 0.20 * cos(4 * meanHue - 63);
        double off = (meanLightness - 50) * (meanLightness - 50);
        double l = lightness / (1 + 0.015 * off / Math.sqrt(20 + off));
        double c = (c2 - c1) / (1 + 0.045 * meanChroma);
        double h = deltaHue / (1 + 0.015 * meanChroma * weight);
        double seventh = Math.pow(meanChroma, 7);
        double bend = Math.exp(-Math.pow((meanHue - 275) / 25, 2));
        double rotation =
                -2 * Math.sqrt(seventh / (seventh + POWER)) * Math.sin(Math.toRadians(60 * bend));
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double hue(double b, double a) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double wrapped(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double first, double second) {
        double mean = (first + second) / 2;
        if (Math.abs(first - second) <= 180) {
            return mean;
        }
        return mean < 180 ? mean + 180 : mean - 180;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
