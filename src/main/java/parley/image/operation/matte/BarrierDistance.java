package parley.image.operation.matte;

import java.util.Arrays;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// How much a channel has to go up and down at least on the way from the edges of the picture to a
/// pixel: Zhang, Sclaroff, Lin, Shen, Price and Mech, "Minimum barrier salient object detection at
/// 80 FPS", 2015. Slow changes and grain cost little, unlike with sums of changes.
final class BarrierDistance {
    private static final int SCANS = 3;
    private static final double GRAIN = 0.8;

    private final int width;
    private final float[] values;
    private final float[] distance;
    private final float[] most;
    private final float[] least;

    private BarrierDistance(SmallCopy copy, Plane channel) {
        width = copy.width();
        values = channel.values();
        distance = new float[values.length];
        most = values.clone();
        least = values.clone();
        Arrays.fill(distance, Float.MAX_VALUE / 4);
        for (int i = 0; i < distance.length; i++) {
            int row = i / width;
            boolean isOutermost =
                    i % width == 0
                            || i % width == width - 1
                            || row == 0
                            || row == copy.height() - 1;
            distance[i] = isOutermost ? 0 : distance[i];
        }
    }

    /// The sum over the three channels, in L\*a\*b\* units.
    static Plane find(SmallCopy copy) {
        Plane sum = Plane.empty(copy.width(), copy.height());
        for (Plane channel : new Plane[] {copy.lightness(), copy.a(), copy.b()}) {
            BarrierDistance barrier = new BarrierDistance(copy, Blur.gaussian(channel, GRAIN));
            for (int scan = 0; scan < SCANS; scan++) {
                barrier.scanDown();
                barrier.scanUp();
            }
            for (int i = 0; i < sum.values().length; i++) {
                sum.values()[i] += barrier.distance[i];
            }
        }
        return sum;
    }

    private void scanDown() {
        for (int i = 0; i < distance.length; i++) {
            step(i, i - 1, i % width > 0);
            step(i, i - width, i >= width);
        }
    }

    private void scanUp() {
        for (int i = distance.length - 1; i >= 0; i--) {
            step(i, i + 1, i % width < width - 1);
            step(i, i + width, i + width < distance.length);
        }
    }

    private void step(int i, int from, boolean exists) {
        if (!exists) {
            return;
        }
        float highest = Math.max(most[from], values[i]);
        float lowest = Math.min(least[from], values[i]);
        if (highest - lowest < distance[i] && distance[from] < Float.MAX_VALUE / 8) {
            distance[i] = highest - lowest;
            most[i] = highest;
            least[i] = lowest;
        }
    }
}
