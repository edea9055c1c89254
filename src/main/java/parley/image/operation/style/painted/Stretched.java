package parley.image.operation.style.painted;

import java.util.Arrays;
import parley.image.pixel.Plane;

/// Lightness that uses the whole range, for drawings in one colour.
final class Stretched {
    private static final int SAMPLES = 5000;
    private static final double CUT = 0.015;
    private static final float LEAST_RANGE = 0.25f;

    private Stretched() {}

    static Plane of(Plane luma) {
        int count = Math.min(SAMPLES, luma.values().length);
        float[] sorted = new float[count];
        for (int k = 0; k < count; k++) {
            sorted[k] = luma.values()[(int) ((long) k * luma.values().length / count)];
        }
        Arrays.sort(sorted);
        float low = sorted[(int) (CUT * (count - 1))];
        float high = sorted[(int) ((1 - CUT) * (count - 1))];
        float middle = sorted[count / 2];
        float range = Math.max(LEAST_RANGE, high - low);
        // The middle tone comes near the middle.
        double centre = Math.clamp((middle - low) / range, 0.1, 0.9);
        double gamma = Math.clamp(Math.log(0.52) / Math.log(centre), 0.6, 1.6);
        Plane made = Plane.empty(luma.width(), luma.height());
        for (int i = 0; i < made.values().length; i++) {
            double place = Math.clamp((luma.values()[i] - low) / range, 0, 1);
            made.values()[i] = (float) Math.pow(place, gamma);
        }
        return made;
    }
}
