package parley.image.operation.style;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// How far each value is moved so that values become as frequent as others are: the optimal
/// transport of numbers, which keeps their order.
///
/// @param moves by steps of the value
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record TransportCurve(float first, float perStep, float[] moves) {
    private static final int STEPS = 512;
    private static final float LEAST_RANGE = 1e-3f;

    /// @param from in order
    /// @param to in order, as many or not
    /// @param knots how many parts of equal frequency the curve has
    /// @param smooth the deviation of the Gaussian that the curve is smoothed with: a step in it
    ///   would tear apart values that hardly differ
    static TransportCurve of(float[] from, float[] to, int knots, double smooth) {
        float first = from[0];
        float range = Math.max(LEAST_RANGE, from[from.length - 1] - first);
        float[] places = new float[knots + 1];
        float[] moves = new float[knots + 1];
        for (int k = 0; k <= knots; k++) {
            places[k] = mean(from, k, knots);
            moves[k] = mean(to, k, knots) - places[k];
        }
        float[] table = new float[STEPS + 1];
        int knot = 0;
        for (int step = 0; step <= STEPS; step++) {
            float place = first + range * step / STEPS;
            while (knot < knots - 1 && places[knot + 1] < place) {
                knot++;
            }
            float width = places[knot + 1] - places[knot];
            float part = width > 1e-6f ? Math.clamp((place - places[knot]) / width, 0, 1) : 0;
            table[step] = moves[knot] * (1 - part) + moves[knot + 1] * part;
        }
        Plane line = new Plane(STEPS + 1, 1, table);
        Plane soft = Blur.gaussian(line, smooth * STEPS / range);
        return new TransportCurve(first, STEPS / range, soft.values());
    }

    /// A little around a rank, so that single colours do not make steps.
    private static float mean(float[] sorted, int knot, int knots) {
        int rank = (int) ((long) knot * (sorted.length - 1) / knots);
        int reach = sorted.length / (4 * knots);
        int first = Math.max(0, rank - reach);
        int last = Math.min(sorted.length - 1, rank + reach);
        float sum = 0;
        for (int i = first; i <= last; i++) {
            sum += sorted[i];
        }
        return sum / (last - first + 1);
    }

    float at(float place) {
        float step = Math.clamp((place - first) * perStep, 0, STEPS - 0.001f);
        int below = (int) step;
        return moves[below] + (moves[below + 1] - moves[below]) * (step - below);
    }
}
