package parley.image.pixel;

/// A colour in CIE L*a*b* under D65 (ISO/CIE 11664-4): lightness 0 to 100.
public record Lab(float lightness, float a, float b) {
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;

    /// @param rgb `0xRRGGBB`, whatever is above
    public static Lab of(int rgb) {
        return ofLinear(
                Srgb.linear(rgb >> 16 & 0xff),
                Srgb.linear(rgb >> 8 & 0xff),
                Srgb.linear(rgb & 0xff));
    }

    /// @param red linear light, 0 to 1
    public static Lab ofLinear(double red, double green, double blue) {
        double x = bent((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = bent(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = bent((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new Lab((float) (116 * y - 16), (float) (500 * (x - y)), (float) (200 * (y - z)));
    }

    /// The nearest colour that sRGB has, channel by channel, as `0xRRGGBB`.
    public int rgb() {
        double y = (lightness + 16) / 116;
        double x = straight(y + a / 500) * WHITE_X;
        double z = straight(y - b / 200) * WHITE_Z;
        double light = straight(y);
        return Srgb.level((float) (3.2404542 * x - 1.5371385 * light - 0.4985314 * z)) << 16
                | Srgb.level((float) (-0.9692660 * x + 1.8760108 * light + 0.0415560 * z)) << 8
                | Srgb.level((float) (0.0556434 * x - 0.2040259 * light + 1.0572252 * z));
    }

    private static double bent(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double straight(double t) {
        double cubed = t * t * t;
        return cubed > EPSILON ? cubed : (116 * t - 16) / KAPPA;
    }
}
