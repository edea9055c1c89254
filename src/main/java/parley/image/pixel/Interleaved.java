package parley.image.pixel;

/// A picture whose channels lie beside each other, pixel by pixel, as work on neighbourhoods reads
/// them fastest. Three channels, red, green and blue as sRGB encodes them; with alpha, four, and
/// the colours are multiplied by it. All 0 to 1. It may be changed by whoever made it.
///
/// @param depth how many channels
/// @param values row by row from the top
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Interleaved(int width, int height, int depth, float[] values) {
    private static final int COLOURS = 3;

    public Interleaved {
        if (width < 1 || height < 1 || values.length != width * height * depth) {
            throw new IllegalArgumentException(
                    "%d × %d × %d values are not %d."
                            .formatted(width, height, depth, values.length));
        }
    }

    public static Interleaved empty(int width, int height, int depth) {
        return new Interleaved(
                width,
                height,
                depth,
                new float[Math.multiplyExact(Math.multiplyExact(width, height), depth)]);
    }

    /// The channels of a picture: four if a pixel is not opaque, else three.
    public static Interleaved of(Picture picture) {
        int depth = picture.hasAlpha() ? COLOURS + 1 : COLOURS;
        Interleaved made = empty(picture.width(), picture.height(), depth);
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
                        made.take(i, picture.argb()[i]);
                    }
                });
        return made;
    }

    private void take(int index, int argb) {
        int at = index * depth;
        float alpha = (argb >>> 24) / 255f;
        float scale = depth > COLOURS ? alpha / 255f : 1 / 255f;
        values[at] = (argb >> 16 & 0xff) * scale;
        values[at + 1] = (argb >> 8 & 0xff) * scale;
        values[at + 2] = (argb & 0xff) * scale;
        if (depth > COLOURS) {
            values[at + COLOURS] = alpha;
        }
    }

    /// A pixel, as pictures have it.
    public int argb(int index) {
        int at = index * depth;
        float alpha = depth > COLOURS ? Math.clamp(values[at + COLOURS], 0, 1) : 1;
        float scale = alpha > 1e-4f ? 255f / alpha : 0;
        return Math.round(alpha * 255) << 24
                | level(values[at] * scale) << 16
                | level(values[at + 1] * scale) << 8
                | level(values[at + 2] * scale);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    public Picture picture() {
        int[] argb = new int[width * height];
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        argb[i] = argb(i);
                    }
                });
        return new Picture(width, height, argb);
    }

    /// One channel.
    public Plane plane(int channel) {
        Plane plane = Plane.empty(width, height);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = values[i * depth + channel];
        }
        return plane;
    }

    /// Half as wide and half as high, rounded up: means of two by two.
    public Interleaved halved() {
        Interleaved made = empty((width + 1) / 2, (height + 1) / 2, depth);
        Rows.each(
                made.height,
                y -> {
                    for (int x = 0; x < made.width; x++) {
                        made.mean(this, x, y);
                    }
                });
        return made;
    }

    private void mean(Interleaved finer, int x, int y) {
        int left = 2 * x;
        int right = Math.min(left + 1, finer.width - 1);
        int above = 2 * y * finer.width;
        int below = Math.min(2 * y + 1, finer.height - 1) * finer.width;
        int at = (y * width + x) * depth;
        for (int channel = 0; channel < depth; channel++) {
            values[at + channel] =
                    (finer.values[(above + left) * depth + channel]
                                    + finer.values[(above + right) * depth + channel]
                                    + finer.values[(below + left) * depth + channel]
                                    + finer.values[(below + right) * depth + channel])
                            / 4;
        }
    }
}
