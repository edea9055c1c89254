package parley.image.pixel;

/// A picture's channels, each 0 to 1, as sRGB encodes them unless whoever makes them says
/// otherwise.
///
/// @param alpha 0 is transparent; not multiplied into the others
public record Channels(Plane red, Plane green, Plane blue, Plane alpha) {
    private static final float LEVELS = 255f;

    /// The channels as the file has them.
    public static Channels of(Picture picture) {
        return of(picture, LevelToValue.ENCODED);
    }

    /// The channels in linear light.
    public static Channels linear(Picture picture) {
        return of(picture, LevelToValue.LINEAR);
    }

    private enum LevelToValue {
        ENCODED,
        LINEAR;

        float of(int level) {
            return this == LINEAR ? Srgb.linear(level) : level / LEVELS;
        }
    }

    private static Channels of(Picture picture, LevelToValue form) {
        int width = picture.width();
        int height = picture.height();
        Channels made =
                new Channels(
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        Plane.empty(width, height));
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        int pixel = picture.argb()[i];
                        made.red.values()[i] = form.of(pixel >> 16 & 0xff);
                        made.green.values()[i] = form.of(pixel >> 8 & 0xff);
                        made.blue.values()[i] = form.of(pixel & 0xff);
                        made.alpha.values()[i] = (pixel >>> 24) / LEVELS;
                    }
                });
        return made;
    }

    public int width() {
        return red.width();
    }

    public int height() {
        return red.height();
    }

    /// The picture of channels that are encoded.
    public Picture picture() {
        int[] argb = new int[red.values().length];
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        argb[i] =
                                level(alpha.values()[i]) << 24
                                        | level(red.values()[i]) << 16
                                        | level(green.values()[i]) << 8
                                        | level(blue.values()[i]);
                    }
                });
        return new Picture(width(), height(), argb);
    }

    /// The picture of channels that are in linear light.
    public Picture pictureOfLinear() {
        int[] argb = new int[red.values().length];
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        argb[i] =
                                level(alpha.values()[i]) << 24
                                        | Srgb.level(red.values()[i]) << 16
                                        | Srgb.level(green.values()[i]) << 8
                                        | Srgb.level(blue.values()[i]);
                    }
                });
        return new Picture(width(), height(), argb);
    }

    /// Luma as Rec. 709 weighs the channels, in the form they are in.
    public Plane luma() {
        Plane luma = Plane.empty(width(), height());
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        luma.values()[i] =
                                0.2126f * red.values()[i]
                                        + 0.7152f * green.values()[i]
                                        + 0.0722f * blue.values()[i];
                    }
                });
        return luma;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * LEVELS), 0, 255);
    }
}
