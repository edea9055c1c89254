package parley.analysis.chart.canvas;

/// Draws long polylines of thin segments into pixels, some ten times faster than Java2D, which
/// works out exactly where thousands of segments overlap. Here each segment covers, row by row (or
/// column by column, where it is flat), its share of each pixel, and is blended over what is there.
///
/// @param pixels `0xRRGGBB`, row by row
/// @param left the first column that may change
/// @param right the first column that may not change any more
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record ThinLines(int[] pixels, int width, int left, int top, int right, int bottom) {
    /// @param thick how wide the line is, in pixels
    void draw(double x1, double y1, double x2, double y2, double thick, int colour) {
        if (Math.abs(y2 - y1) >= Math.abs(x2 - x1)) {
            rows(
                    y1 < y2 ? x1 : x2,
                    Math.min(y1, y2),
                    y1 < y2 ? x2 : x1,
                    Math.max(y1, y2),
                    thick,
                    colour);
        } else {
            columns(
                    x1 < x2 ? y1 : y2,
                    Math.min(x1, x2),
                    x1 < x2 ? y2 : y1,
                    Math.max(x1, x2),
                    thick,
                    colour);
        }
    }

    private void rows(double x1, double y1, double x2, double y2, double thick, int colour) {
        double slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
        double half = thick / 2 * Math.sqrt(1 + slope * slope);
        int last = Math.min(bottom - 1, (int) Math.floor(y2));
        for (int y = Math.max(top, (int) Math.floor(y1)); y <= last; y++) {
            double share = Math.min(y2, y + 1.0) - Math.max(y1, y);
            double middle = x1 + (Math.clamp(y + 0.5, y1, y2) - y1) * slope;
            int end = Math.min(right - 1, (int) Math.floor(middle + half));
            for (int x = Math.max(left, (int) Math.floor(middle - half)); x <= end; x++) {
                double cover = Math.min(middle + half, x + 1.0) - Math.max(middle - half, x);
                blend(y * width + x, cover * share, colour);
            }
        }
    }

    private void columns(double y1, double x1, double y2, double x2, double thick, int colour) {
        double slope = (y2 - y1) / (x2 - x1);
        double half = thick / 2 * Math.sqrt(1 + slope * slope);
        int last = Math.min(right - 1, (int) Math.floor(x2));
        for (int x = Math.max(left, (int) Math.floor(x1)); x <= last; x++) {
            double share = Math.min(x2, x + 1.0) - Math.max(x1, x);
            double middle = y1 + (Math.clamp(x + 0.5, x1, x2) - x1) * slope;
            int end = Math.min(bottom - 1, (int) Math.floor(middle + half));
            for (int y = Math.max(top, (int) Math.floor(middle - half)); y <= end; y++) {
                double cover = Math.min(middle + half, y + 1.0) - Math.max(middle - half, y);
                blend(y * width + x, cover * share, colour);
            }
        }
    }

    /// In sixteenths: finer steps are not seen, and would make more colours than a palette holds.
    private void blend(int index, double cover, int colour) {
        int part = (int) Math.round(16 * cover);
        if (part <= 0) {
            return;
        }
        int old = pixels[index];
        if (part >= 16 || old == colour) {
            pixels[index] = colour;
            return;
        }
        int red = mix((old >> 16) & 0xFF, (colour >> 16) & 0xFF, part);
        int green = mix((old >> 8) & 0xFF, (colour >> 8) & 0xFF, part);
        int blue = mix(old & 0xFF, colour & 0xFF, part);
        pixels[index] = (red << 16) | (green << 8) | blue;
    }

    private static int mix(int old, int added, int part) {
        return old + (added - old) * part / 16;
    }
}
