package parley.image.operation.matte;

import java.util.Arrays;
import parley.image.pixel.Plane;

/// How many sharp edges lie between a pixel and the edges of the picture. Backgrounds that are out
/// of focus change slowly, however much they change, so they cost nothing to cross; the outline of
/// a subject in focus does.
///
/// Geodesic distance as in Wei, Wen, Zhu and Sun, "Geodesic saliency using background priors",
/// 2012, found by raster scans (Toivanen, "New geodesic distance transforms for gray-scale images",
/// 1996).
final class EdgeBarrier {
    private static final int SCANS = 4;

    private final SmallCopy copy;
    private final Plane sharpness;
    private final float free;
    private final float[] distance;

    private EdgeBarrier(SmallCopy copy, Plane sharpness, float free) {
        this.copy = copy;
        this.sharpness = sharpness;
        this.free = free;
        distance = new float[copy.pixels()];
        Arrays.fill(distance, Float.MAX_VALUE / 4);
        for (int i = 0; i < distance.length; i++) {
            if (copy.isInFrame(i)) {
                distance[i] = 0;
            }
        }
    }

    /// @param sharpness how much a change at a pixel counts: 0 to 1
    /// @param free what a step may change without costing anything, in L\*a\*b\* units
    /// @return the distance in L\*a\*b\* units
    static Plane find(SmallCopy copy, Plane sharpness, float free) {
        EdgeBarrier barrier = new EdgeBarrier(copy, sharpness, free);
        for (int scan = 0; scan < SCANS; scan++) {
            barrier.scanDown();
            barrier.scanUp();
        }
        return new Plane(copy.width(), copy.height(), barrier.distance);
    }

    private void scanDown() {
        int width = copy.width();
        for (int i = 0; i < distance.length; i++) {
            int x = i % width;
            step(i, i - 1, x > 0);
            step(i, i - width, i >= width);
            step(i, i - width - 1, x > 0 && i >= width);
            step(i, i - width + 1, x < width - 1 && i >= width);
        }
    }

    private void scanUp() {
        int width = copy.width();
        for (int i = distance.length - 1; i >= 0; i--) {
            int x = i % width;
            boolean hasBelow = i + width < distance.length;
            step(i, i + 1, x < width - 1);
            step(i, i + width, hasBelow);
            step(i, i + width + 1, x < width - 1 && hasBelow);
            step(i, i + width - 1, x > 0 && hasBelow);
        }
    }

    private void step(int i, int from, boolean exists) {
        if (exists && distance[from] < distance[i]) {
            float change = (float) Math.sqrt(copy.squaredDistance(i, from));
            float sharp = Math.max(sharpness.values()[i], sharpness.values()[from]);
            float longer = distance[from] + Math.max(0, change * sharp - free);
            distance[i] = Math.min(distance[i], longer);
        }
    }
}
