package parley.image.pixel;

/// How large a picture is, in pixels.
public record Size(int width, int height) {
    private static final double PIXELS_A_MEGAPIXEL = 1e6;

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("No picture is %d × %d.".formatted(width, height));
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    public double megapixels() {
        return pixels() / PIXELS_A_MEGAPIXEL;
    }

    public Size times(int factor) {
        return new Size(width * factor, height * factor);
    }

    /// The largest size of this shape whose longer side is at most this; never larger than this
    /// one.
    public Size within(int longestSide) {
        double scale = Math.min(1, (double) longestSide / Math.max(width, height));
        return new Size(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)));
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
