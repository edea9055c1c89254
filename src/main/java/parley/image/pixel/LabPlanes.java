package parley.image.pixel;

/// A picture in CIE L*a*b* under D65: lightness 0 to 100.
public record LabPlanes(Plane lightness, Plane a, Plane b) {

    /// @param channels as sRGB encodes them
    public static LabPlanes of(Channels channels) {
        int width = channels.width();
        LabPlanes made = empty(width, channels.height());
        Rows.each(
                channels.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        made.take(
                                i,
                                level(channels.red().values()[i]) << 16
                                        | level(channels.green().values()[i]) << 8
                                        | level(channels.blue().values()[i]));
                    }
                });
        return made;
    }

    public static LabPlanes of(Picture picture) {
        LabPlanes made = empty(picture.width(), picture.height());
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
                        made.take(i, picture.argb()[i]);
                    }
                });
        return made;
    }

    public static LabPlanes empty(int width, int height) {
        return new LabPlanes(
                Plane.empty(width, height), Plane.empty(width, height), Plane.empty(width, height));
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }

    private void take(int index, int rgb) {
        Lab lab = Lab.of(rgb);
        lightness.values()[index] = lab.lightness();
        a.values()[index] = lab.a();
        b.values()[index] = lab.b();
    }

    public int width() {
        return lightness.width();
    }

    public int height() {
        return lightness.height();
    }

    public LabPlanes copy() {
        return new LabPlanes(lightness.copy(), a.copy(), b.copy());
    }

    /// The picture, in the nearest colours that sRGB has.
    ///
    /// @param like whose alpha it gets, of the same size
    public Picture picture(Picture like) {
        int[] argb = new int[width() * height()];
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        Lab lab = new Lab(lightness.values()[i], a.values()[i], b.values()[i]);
                        argb[i] = (like.argb()[i] & 0xff000000) | lab.rgb();
                    }
                });
        return new Picture(width(), height(), argb);
    }
}
