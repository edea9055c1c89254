package parley.image.operation.upscale;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Makes planes smaller by a whole factor, as a camera with fewer pixels would have seen them:
/// bicubic (Keys, 1981, a = -0.5), over as many pixels as one becomes, so that nothing aliases.
/// Beyond the edges lies nothing. It is what [parley.image.pixel.Resize] does, summed from both
/// ends at once: a mirrored plane gives the mirrored result to the last bit.
public final class Shrinking {
    private final int factor;

    /// For one pixel: weights of the pixels from 2 × factor before its middle to as many behind.
    private final float[] weights;

    /// @param factor even
    public Shrinking(int factor) {
        this.factor = factor;
        this.weights = weights(factor);
    }

    private static float[] weights(int factor) {
        float[] weights = new float[4 * factor];
        for (int i = 0; i < weights.length; i++) {
            double distance = Math.abs(i + 0.5 - 2 * factor) / factor;
            weights[i] = (float) cubic(distance);
        }
        return weights;
    }

    static double cubic(double distance) {
        if (distance >= 2) {
            return 0;
        }
        return distance < 1
                ? (1.5 * distance - 2.5) * distance * distance + 1
                : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
    }

    /// @param plane whose sides are whole multiples of the factor
    public Plane shrink(Plane plane) {
        Plane made = Plane.empty(plane.width() / factor, plane.height() / factor);
        Rows.each(made.height(), y -> row(plane, made, y));
        return made;
    }

    private void row(Plane plane, Plane made, int y) {
        int width = plane.width();
        float[] line = new float[width];
        int begin = (y - 2) * factor + factor / 2;
        float sum = 0;
        for (int k = 0; k < 2 * factor; k++) {
            int above = begin + k;
            int below = begin + 4 * factor - 1 - k;
            float first = above >= 0 ? weights[k] : 0;
            float second = below < plane.height() ? weights[k] : 0;
            sum += first + second;
            add(
                    plane.values(),
                    Math.max(above, 0) * width,
                    first,
                    Math.min(below, plane.height() - 1) * width,
                    second,
                    line);
        }
        for (int x = 0; x < made.width(); x++) {
            made.set(x, y, pixel(line, x) / sum);
        }
    }

    private static void add(
            float[] values, int above, float first, int below, float second, float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] += values[above + x] * first + values[below + x] * second;
        }
    }

    private float pixel(float[] line, int x) {
        int begin = (x - 2) * factor + factor / 2;
        float value = 0;
        float sum = 0;
        for (int k = 0; k < 2 * factor; k++) {
            int left = begin + k;
            int right = begin + 4 * factor - 1 - k;
            float first = left >= 0 ? weights[k] : 0;
            float second = right < line.length ? weights[k] : 0;
            sum += first + second;
            value +=
                    line[Math.max(left, 0)] * first
                            + line[Math.min(right, line.length - 1)] * second;
        }
        return value / sum;
    }
}
