package parley.image.pixel;

/// The colours of glowing bodies, and of daylight, by their temperature.
///
/// Sources: Krystek, "An algorithm to calculate correlated colour temperature", Color Research and
/// Application 10 (1985), for the locus; McCamy, "Correlated color temperature as an explicit
/// function of chromaticity coordinates", Color Research and Application 17 (1992), for the way
/// back.
public final class PlanckianLocus {
    /// What sRGB calls white.
    private static final double WHITE_KELVIN = 6504;

    /// Less of a channel than this no lamp has: what it lights would lose all of that colour.
    private static final double DIMMEST = 0.004;

    private static final double[] WHITE = linear(WHITE_KELVIN);

    private PlanckianLocus() {}

    /// The colour of a light as linear sRGB of luminance 1: what it makes of a white wall that
    /// daylight of 6504 K makes white. Channels may be above 1.
    ///
    /// @param kelvin 1000 to 20000
    public static float[] light(double kelvin) {
        double[] colour = linear(kelvin);
        for (int k = 0; k < colour.length; k++) {
            colour[k] = Math.max(DIMMEST, colour[k] / WHITE[k]);
        }
        double luminance = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
        return new float[] {
            (float) (colour[0] / luminance),
            (float) (colour[1] / luminance),
            (float) (colour[2] / luminance)
        };
    }

    private static double[] linear(double t) {
        double u =
                (0.860117757 + 1.54118254e-4 * t + 1.28641212e-7 * t * t)
                        / (1 + 8.42420235e-4 * t + 7.08145163e-7 * t * t);
        double v =
                (0.317398726 + 4.22806245e-5 * t + 4.20481691e-8 * t * t)
                        / (1 - 2.89741816e-5 * t + 1.61456053e-7 * t * t);
        double divisor = 2 * u - 8 * v + 4;
        double x = 3 * u / divisor;
        double y = 2 * v / divisor;
        double bigX = x / y;
        double bigZ = (1 - x - y) / y;
        return new double[] {
            3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ,
            -0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ,
            0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ
        };
    }

    /// The temperature whose colour is nearest to this one, good to some kelvins between 2000 and
    /// 12500.
    ///
    /// @param red linear light, in any unit
    public static double kelvin(double red, double green, double blue) {
        double bigX = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue;
        double bigY = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
        double bigZ = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue;
        double sum = bigX + bigY + bigZ;
        double n = (bigX / sum - 0.3320) / (0.1858 - bigY / sum);
        return ((449 * n + 3525) * n + 6823.3) * n + 5520.33;
    }
}
