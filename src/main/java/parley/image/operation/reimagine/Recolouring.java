package parley.image.operation.reimagine;

import parley.image.pixel.Picture;
import parley.image.pixel.Rows;
import parley.image.pixel.Srgb;

/// Gives a picture the palette of a mood: hues move into the sectors of a harmonic template
/// (Cohen-Or, Sorkine, Gal, Leyvand and Xu, "Color harmonization", ACM TOG 25, 2006), shadows and
/// lights take their tints, tones their curve. In Oklab (Ottosson, "A perceptual color space for
/// image processing", 2020).
final class Recolouring {
    private static final double MIDDLE = 0.55;
    private static final double GREY = 0.3;

    private final Mood mood;
    private final double amount;
    private final double exposure;
    private final double harmony;

    /// @param amount 0 leaves the picture, 1 gives it the mood, more goes beyond: hues come
    ///   together, and tones move away from where they were
    /// @param brighter whether tones go up, beyond the mood
    Recolouring(Mood mood, double amount, boolean brighter) {
        this.mood = mood;
        this.amount = amount;
        double beyond = Math.max(0, amount - 1);
        this.exposure = 0.07 * beyond * (brighter ? 1 : -1);
        this.harmony = Math.min(1, mood.harmony() * (1 + beyond));
    }

    Picture of(Picture picture) {
        int[] argb = new int[picture.argb().length];
        int width = picture.width();
        Rows.each(
                picture.height(),
                y -> {
                    double[] lab = new double[3];
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        int pixel = picture.argb()[i];
                        lab(pixel, lab);
                        shift(lab);
                        argb[i] = (pixel & 0xff000000) | rgb(lab);
                    }
                });
        return new Picture(width, picture.height(), argb);
    }

    private void shift(double[] lab) {
        double light = lab[0];
        // Without its colours a picture is asked for without them, however little else changes.
        if (mood.tone().saturation() < GREY) {
            lab[1] *= mood.tone().saturation();
            lab[2] *= mood.tone().saturation();
        }
        double chroma = Math.hypot(lab[1], lab[2]);
        double hue = Math.atan2(lab[2], lab[1]);
        // The hue of what is nearly grey is noise.
        double sure = Math.min(1, chroma / 0.05);
        double towards = hue + harmony * sure * wrapped(harmonised(hue) - hue);
        double kept = chroma * Math.max(GREY, mood.tone().saturation());
        double shadow = mood.tint() * Math.pow(1 - light, 1.1) * Math.min(1, light * 5);
        double high = mood.tint() * Math.pow(light, 1.4) * (1 - 0.5 * Math.pow(light, 8));
        double shadowHue = Math.toRadians(mood.shadowHue());
        double lightHue = Math.toRadians(mood.lightHue());
        double a =
                kept * Math.cos(towards) + shadow * Math.cos(shadowHue) + high * Math.cos(lightHue);
        double b =
                kept * Math.sin(towards) + shadow * Math.sin(shadowHue) + high * Math.sin(lightHue);
        double tone = tone(light);
        double room = exposure > 0 ? 1 - light : light;
        double toned = light + Math.min(1.6, amount) * (tone - light) + exposure * room;
        lab[0] = Math.clamp(toned, 0, 1);
        lab[1] += Math.min(2, amount) * (a - lab[1]);
        lab[2] += Math.min(2, amount) * (b - lab[2]);
    }

    /// The hue inside the nearer sector. Between both, the two pull against each other, so that no
    /// seam appears where one takes over.
    private double harmonised(double hue) {
        double first = Math.toRadians(mood.hue());
        double inFirst = first + squeezed(wrapped(hue - first));
        if (mood.apart() == 0) {
            return inFirst;
        }
        double second = first + Math.toRadians(mood.apart());
        double inSecond = second + squeezed(wrapped(hue - second));
        double nearFirst = Math.exp(-Math.abs(wrapped(hue - first)) * 3);
        double nearSecond = Math.exp(-Math.abs(wrapped(hue - second)) * 3);
        return Math.atan2(
                nearFirst * Math.sin(inFirst) + nearSecond * Math.sin(inSecond),
                nearFirst * Math.cos(inFirst) + nearSecond * Math.cos(inSecond));
    }

    private double squeezed(double away) {
        double half = Math.toRadians(mood.width()) / 2;
        return Math.signum(away) * half * (1 - Math.exp(-Math.abs(away) / half));
    }

    private static double wrapped(double angle) {
        return Math.atan2(Math.sin(angle), Math.cos(angle));
    }

    private double tone(double light) {
        double contrasted =
                light < MIDDLE
                        ? MIDDLE * Math.pow(light / MIDDLE, mood.tone().contrast())
                        : 1
                                - (1 - MIDDLE)
                                        * Math.pow(
                                                (1 - light) / (1 - MIDDLE), mood.tone().contrast());
        return mood.tone().lift() + (1 - mood.tone().lift()) * contrasted;
    }

    private static void lab(int pixel, double[] lab) {
        double red = Srgb.linear(pixel >> 16 & 0xff);
        double green = Srgb.linear(pixel >> 8 & 0xff);
        double blue = Srgb.linear(pixel & 0xff);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    }

    /// The colour as `0xRRGGBB`; what sRGB cannot show is paler, not of another hue.
    private static int rgb(double[] lab) {
        double part = 1;
        for (int attempt = 0; attempt < 4; attempt++) {
            double l = lab[0] + part * (0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
            double m = lab[0] - part * (0.1055613458 * lab[1] + 0.0638541728 * lab[2]);
            double s = lab[0] - part * (0.0894841775 * lab[1] + 1.2914855480 * lab[2]);
            l *= l * l;
            m *= m * m;
            s *= s * s;
            double red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
            double green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
            double blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
            double least = Math.min(red, Math.min(green, blue));
            double most = Math.max(red, Math.max(green, blue));
            if ((least > -0.004 && most < 1.01) || attempt == 3) {
                return Srgb.level((float) red) << 16
                        | Srgb.level((float) green) << 8
                        | Srgb.level((float) blue);
            }
            part *= 0.82;
        }
        throw new IllegalStateException("The last attempt is taken.");
    }
}
