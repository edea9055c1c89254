package parley.image.operation.upscale;

import java.util.ArrayList;
import java.util.List;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// The channels of a picture as upscaling treats them: red, green, blue, and alpha where something
/// is not opaque; 0 to 1 as sRGB encodes them, colours multiplied by alpha.
record Layers(List<Plane> planes) {
    private static final float LEVELS = 255f;
    private static final int COLOURS = 3;
    private static final int OPAQUE = 0xff;

    Layers {
        planes = List.copyOf(planes);
    }

    static Layers of(Picture picture) {
        boolean alpha = picture.hasAlpha();
        List<Plane> planes = new ArrayList<>();
        for (int channel = 0; channel < (alpha ? COLOURS + 1 : COLOURS); channel++) {
            planes.add(of(picture, channel));
        }
        return new Layers(planes);
    }

    /// One channel: 0 to 2 are red, green and blue, 3 is alpha.
    static Plane of(Picture picture, int channel) {
        int width = picture.width();
        Plane plane = Plane.empty(width, picture.height());
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        plane.values()[i] = value(picture.argb()[i], channel);
                    }
                });
        return plane;
    }

    private static float value(int pixel, int channel) {
        int alpha = pixel >>> 24;
        if (channel == COLOURS) {
            return alpha / LEVELS;
        }
        int level = (pixel >> (8 * (2 - channel))) & 0xff;
        return alpha == OPAQUE ? level / LEVELS : level / LEVELS * (alpha / LEVELS);
    }

    int width() {
        return planes.getFirst().width();
    }

    int height() {
        return planes.getFirst().height();
    }

    boolean hasAlpha() {
        return planes.size() > COLOURS;
    }

    /// How many of the planes are colours: the first ones.
    static int colours() {
        return COLOURS;
    }

    /// As Rec. 601 weighs the channels, which is what compressed pictures hold.
    Plane luma() {
        Plane luma = Plane.empty(width(), height());
        float[] red = planes.get(0).values();
        float[] green = planes.get(1).values();
        float[] blue = planes.get(2).values();
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        luma.values()[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
                    }
                });
        return luma;
    }

    Picture picture() {
        int[] argb = new int[planes.getFirst().values().length];
        Rows.each(
                height(),
                y -> {
                    for (int i = y * width(); i < (y + 1) * width(); i++) {
                        argb[i] = pixel(i);
                    }
                });
        return new Picture(width(), height(), argb);
    }

    private int pixel(int i) {
        int alpha = hasAlpha() ? level(planes.get(COLOURS).values()[i]) : OPAQUE;
        if (alpha == 0) {
            return 0;
        }
        float scale = alpha == OPAQUE ? 1 : LEVELS / alpha;
        return alpha << 24
                | level(planes.get(0).values()[i] * scale) << 16
                | level(planes.get(1).values()[i] * scale) << 8
                | level(planes.get(2).values()[i] * scale);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * LEVELS), 0, 255);
    }
}
