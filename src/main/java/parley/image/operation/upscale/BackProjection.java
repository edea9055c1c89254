package parley.image.operation.upscale;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Corrects an enlarged plane until shrinking it gives the original back: what is missing is
/// enlarged and added, again and again (Irani and Peleg, "Improving resolution by image
/// registration", 1991).
final class BackProjection {
    /// A round must leave less than this share of what was missing before it.
    private static final double WORTHWHILE = 0.85;

    private final Shrinking shrinking;
    private final Enlarging enlarging;

    BackProjection(int factor) {
        shrinking = new Shrinking(factor);
        enlarging = Enlarging.bicubic(factor);
    }

    /// @param made changed in place; held between 0 and 1
    /// @param tolerance the root mean square of what is missing, at which it ends
    void correct(Plane made, Plane original, int most, double tolerance) {
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < most; round++) {
            Plane missing = shrinking.shrink(made);
            double left = Math.sqrt(subtractFrom(original, missing));
            // What no picture between black and white can give back would only become speckles.
            if (left <= tolerance || left > WORTHWHILE * before) {
                return;
            }
            before = left;
            enlarging.addTo(made, missing);
            hold(made);
        }
    }

    /// @return the mean square of what is left
    private static double subtractFrom(Plane original, Plane shrunk) {
        double sum = 0;
        float[] values = shrunk.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = original.values()[i] - values[i];
            sum += values[i] * values[i];
        }
        return sum / values.length;
    }

    static void hold(Plane plane) {
        int width = plane.width();
        Rows.each(
                plane.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        plane.values()[i] = Math.clamp(plane.values()[i], 0f, 1f);
                    }
                });
    }
}
