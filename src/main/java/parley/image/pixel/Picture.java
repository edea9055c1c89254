package parley.image.pixel;

/// A picture: sRGB, 8 bits a channel, alpha not multiplied in. Nobody changes its pixels once
/// others know it.
///
/// @param argb row by row from the top, `0xAARRGGBB`
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere, and up to 100 MB.
public record Picture(int width, int height, int[] argb) {
    private static final int OPAQUE = 0xff;

    public Picture {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d × %d pixels are not %d.".formatted(width, height, argb.length));
        }
    }

    public static Picture blank(Size size) {
        return new Picture(size.width(), size.height(), new int[Math.toIntExact(size.pixels())]);
    }

    public Size size() {
        return new Size(width, height);
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /// Whether a pixel is not opaque.
    public boolean hasAlpha() {
        for (int pixel : argb) {
            if (pixel >>> 24 != OPAQUE) {
                return true;
            }
        }
        return false;
    }

    /// The part of it that begins at `x`, `y`.
    public Picture part(int x, int y, Size size) {
        int[] part = new int[Math.toIntExact(size.pixels())];
        for (int row = 0; row < size.height(); row++) {
            System.arraycopy(argb, (y + row) * width + x, part, row * size.width(), size.width());
        }
        return new Picture(size.width(), size.height(), part);
    }
}
