package parley.image.operation.matte;

import java.util.Arrays;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// Where the picture is in focus: how much of its change is in the finest detail. Means of the
/// sharp edges around a pixel, as edges alone say what is sharp (Zhuo and Sim, "Defocus map
/// estimation from a single image", 2011: the gradient before and after another blur).
final class Focus {
    private static final double AGAIN = 1.5;
    private static final double AROUND = 7;

    private Focus() {}

    /// 0 to 1.
    static Plane find(SmallCopy copy) {
        Plane blurred = Blur.gaussian(copy.lightness(), AGAIN);
        Plane sharp = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < sharp.values().length; i++) {
            float detail = Math.abs(copy.lightness().values()[i] - blurred.values()[i]);
            sharp.values()[i] = Math.max(0, detail - 0.5f);
        }
        Plane around = Blur.gaussian(sharp, AROUND);
        float[] sorted = around.values().clone();
        Arrays.sort(sorted);
        float most = Math.max(1e-6f, sorted[(int) (sorted.length * 0.95)]);
        for (int i = 0; i < sorted.length; i++) {
            around.values()[i] = (float) Math.sqrt(Math.clamp(around.values()[i] / most, 0f, 1f));
        }
        return around;
    }
}
