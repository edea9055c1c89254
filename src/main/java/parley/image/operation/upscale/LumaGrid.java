package parley.image.operation.upscale;

import java.util.Arrays;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// The luma of a picture in whole 64ths of a level, 0 to 16,320, with a margin that repeats its
/// edge. Whole numbers, because sums of them do not depend on the order: that keeps mirrored
/// pictures exact.
///
/// @param stride from one row to the next
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record LumaGrid(int width, int height, int stride, int[] values) {
    /// What one level of eight bits is.
    public static final int UNITS = 64;

    static final int WHITE = 255 * UNITS;
    static final int MARGIN = 4;

    /// @param luma 0 to 1
    public static LumaGrid of(Plane luma) {
        int width = luma.width();
        int height = luma.height();
        int stride = width + 2 * MARGIN;
        int[] values = new int[Math.multiplyExact(stride, height + 2 * MARGIN)];
        Rows.each(height, y -> row(luma, values, stride, y));
        for (int margin = 0; margin < MARGIN; margin++) {
            System.arraycopy(values, MARGIN * stride, values, margin * stride, stride);
            System.arraycopy(
                    values,
                    (MARGIN + height - 1) * stride,
                    values,
                    (MARGIN + height + margin) * stride,
                    stride);
        }
        return new LumaGrid(width, height, stride, values);
    }

    private static void row(Plane luma, int[] values, int stride, int y) {
        int width = luma.width();
        int start = (MARGIN + y) * stride + MARGIN;
        for (int x = 0; x < width; x++) {
            int value = Math.round(luma.values()[y * width + x] * WHITE);
            values[start + x] = Math.clamp(value, 0, WHITE);
        }
        Arrays.fill(values, start - MARGIN, start, values[start]);
        Arrays.fill(values, start + width, start + width + MARGIN, values[start + width - 1]);
    }

    /// Where in the values a pixel is.
    public int index(int x, int y) {
        return (MARGIN + y) * stride + MARGIN + x;
    }
}
