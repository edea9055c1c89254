package parley.image.operation.upscale;

import java.util.Arrays;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// The blocks of 8 × 8 pixels that strong JPEG compression leaves: finds them, and smooths the
/// steps between them.
///
/// @param left how far right the first edge of a block is, 0 to 7
/// @param top how far down
/// @param step how much higher the steps at these edges are than elsewhere, in levels
/// @param ratio how many times higher
record Blocking(int left, int top, double step, double ratio) {
    private static final int BLOCK = 8;
    private static final int LEAST_BLOCKS = 4;
    private static final double VISIBLE = 1.35;
    private static final double LEAST_STEP = 0.35;
    private static final double LEVELS = 255;

    /// What is known of steps in one direction.
    private record Steps(int first, double step, double ratio) {}

    static Blocking of(Plane luma) {
        if (Math.min(luma.width(), luma.height()) < LEAST_BLOCKS * BLOCK) {
            return new Blocking(0, 0, 0, 1);
        }
        Steps across = steps(luma, true);
        Steps down = steps(luma, false);
        return new Blocking(
                across.first,
                down.first,
                (across.step + down.step) / 2,
                Math.min(across.ratio, down.ratio));
    }

    boolean isStrong() {
        return ratio > VISIBLE && step > LEAST_STEP;
    }

    /// The mean of how much each step is above those before and behind it, for each of the eight
    /// places an edge can have.
    private static Steps steps(Plane luma, boolean across) {
        int length = across ? luma.width() : luma.height();
        int lines = across ? luma.height() : luma.width();
        double[] heights = new double[BLOCK];
        long[] counts = new long[BLOCK];
        for (int line = 0; line < lines; line++) {
            for (int i = 1; i < length; i++) {
                double here = across ? luma.at(i, line) : luma.at(line, i);
                double before = across ? luma.at(i - 1, line) : luma.at(line, i - 1);
                // Edges of things would drown the small steps between blocks.
                heights[i % BLOCK] += Math.min(Math.abs(here - before) * LEVELS, 12);
                counts[i % BLOCK]++;
            }
        }
        for (int i = 0; i < BLOCK; i++) {
            heights[i] /= Math.max(1, counts[i]);
        }
        int first = 0;
        for (int i = 1; i < BLOCK; i++) {
            first = heights[i] > heights[first] ? i : first;
        }
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        // The second largest: other places may be high too, in a picture of stripes.
        double usual = sorted[BLOCK - 2];
        return new Steps(first, heights[first] - usual, heights[first] / Math.max(usual, 0.05));
    }

    /// Smooths the steps in place, by the filter of ITU-T H.263, annex J: small steps between
    /// blocks become ramps, large ones are edges of things and stay.
    void smooth(Plane plane) {
        float strength = (float) (Math.clamp(6 * step, 2, 14) / LEVELS);
        int width = plane.width();
        Rows.each(
                plane.height(),
                y -> {
                    for (int x = left == 0 ? BLOCK : left; x < width - 1; x += BLOCK) {
                        smooth(plane.values(), y * width + x, 1, x >= 2, strength);
                    }
                });
        int edges = (plane.height() - 1 - top) / BLOCK + 1;
        Rows.each(
                edges,
                edge -> {
                    int y = top + edge * BLOCK;
                    if (y < 2 || y >= plane.height() - 1) {
                        return;
                    }
                    for (int x = 0; x < width; x++) {
                        smooth(plane.values(), y * width + x, width, true, strength);
                    }
                });
    }

    private static void smooth(float[] values, int at, int stride, boolean inside, float strength) {
        if (!inside) {
            return;
        }
        float a = values[at - 2 * stride];
        float b = values[at - stride];
        float c = values[at];
        float d = values[at + stride];
        float rise = (a - 4 * b + 4 * c - d) / 8;
        float size = Math.abs(rise);
        float ramp = Math.max(0, size - Math.max(0, 2 * (size - strength)));
        float inner = Math.signum(rise) * ramp;
        float outer = Math.clamp((a - d) / 4, -ramp / 2, ramp / 2);
        values[at - 2 * stride] = a - outer;
        values[at - stride] = b + inner;
        values[at] = c - inner;
        values[at + stride] = d + outer;
    }
}
