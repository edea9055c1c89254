package parley.image.operation.scene.paint;

/// Arithmetic with colours, `0xRRGGBB`, as sRGB encodes them.
public final class Colours {
    private Colours() {}

    public static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    public static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    public static int blue(int rgb) {
        return rgb & 0xff;
    }

    public static int of(double red, double green, double blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
    }

    /// From the first, at 0, to the second, at 1.
    public static int mix(int first, int second, double share) {
        double t = share <= 0 ? 0 : share >= 1 ? 1 : share;
        return of(
                red(first) + (red(second) - red(first)) * t,
                green(first) + (green(second) - green(first)) * t,
                blue(first) + (blue(second) - blue(first)) * t);
    }

    /// The first seen in the light of the second.
    public static int times(int first, int second) {
        return of(
                red(first) * red(second) / 255.0,
                green(first) * green(second) / 255.0,
                blue(first) * blue(second) / 255.0);
    }

    /// The first with the light of the second added.
    public static int plus(int first, int second, double share) {
        return of(
                red(first) + red(second) * share,
                green(first) + green(second) * share,
                blue(first) + blue(second) * share);
    }

    /// The first behind a veil of light of the second: never beyond white.
    public static int screen(int first, int second, double share) {
        return of(
                255 - (255 - red(first)) * (1 - red(second) / 255.0 * share),
                255 - (255 - green(first)) * (1 - green(second) / 255.0 * share),
                255 - (255 - blue(first)) * (1 - blue(second) / 255.0 * share));
    }

    public static int lighter(int rgb, double share) {
        return mix(rgb, 0xffffff, share);
    }

    /// Darker and a little bluer, as shadows are.
    public static int darker(int rgb, double share) {
        return mix(rgb, 0x0a0d1c, share);
    }

    /// The same lightness with another strength of colour: 0 is gray, 1 leaves it.
    public static int saturated(int rgb, double strength) {
        double gray = luma(rgb);
        return of(
                gray + (red(rgb) - gray) * strength,
                gray + (green(rgb) - gray) * strength,
                gray + (blue(rgb) - gray) * strength);
    }

    /// 0 to 255, as Rec. 709 weighs.
    public static double luma(int rgb) {
        return 0.2126 * red(rgb) + 0.7152 * green(rgb) + 0.0722 * blue(rgb);
    }

    /// @param hue 0 to 1, around the circle
    public static int hsl(double hue, double saturation, double lightness) {
        double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
        return of(
                255 * channel(hue + 1.0 / 3, chroma, lightness),
                255 * channel(hue, chroma, lightness),
                255 * channel(hue - 1.0 / 3, chroma, lightness));
    }

    private static double channel(double hue, double chroma, double lightness) {
        double turn = (hue - Math.floor(hue)) * 6;
        double rise = turn < 1 ? turn : turn < 3 ? 1 : turn < 4 ? 4 - turn : 0;
        return lightness + chroma * (rise - 0.5);
    }

    /// The colour of a ramp of equally spaced colours.
    public static int ramp(double at, int... colours) {
        double place = Math.clamp(at, 0, 1) * (colours.length - 1);
        int index = Math.min((int) place, colours.length - 2);
        return mix(colours[index], colours[index + 1], place - index);
    }
}
