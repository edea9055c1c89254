package parley.image.operation.upscale.training;

import java.util.SplittableRandom;
import parley.image.pixel.Plane;

/// Pictures that are made up but have the statistics of real ones: things of all sizes that hide
/// each other, like leaves on the ground. Sizes follow a power law with exponent 3, which makes the
/// picture look the same at every distance (Lee, Mumford and Huang, "Occlusion models for natural
/// images", 2001). Each thing has a shape, an edge from hard to soft, shading, and often a texture.
final class DeadLeaves {
    private static final double SMALLEST = 5;
    private static final double LARGEST = 0.35;
    private static final int REACH = 4;
    private static final double SHARPEST = 0.5;
    private static final double BLUNTEST = 1.0;
    private static final double NOISE = 4 / 255.0;

    private final int side;
    private final SplittableRandom random;
    private final Plane plane;

    private DeadLeaves(int side, long seed) {
        this.side = side;
        this.random = new SplittableRandom(seed);
        this.plane = Plane.filled(side, side, (float) random.nextDouble(0.2, 0.8));
    }

    /// @return luma, 0 to 1; the same for the same seed on every machine
    static Plane of(int side, long seed) {
        DeadLeaves leaves = new DeadLeaves(side, seed);
        // Enough that the whole picture has been covered several times.
        double covered = 0;
        while (covered < 4.0 * side * side) {
            covered += leaves.drop();
        }
        leaves.addNoise();
        return leaves.outOfFocus();
    }

    private double drop() {
        double largest = LARGEST * side;
        double u = random.nextDouble();
        // Inverse of the cumulative distribution of 1 / r³ between both bounds.
        double inverse = (1 - u) / (SMALLEST * SMALLEST) + u / (largest * largest);
        double radius = 1 / Math.sqrt(inverse);
        Leaf leaf = Leaf.random(random, radius);
        double middleX = random.nextDouble(-radius, side + radius);
        double middleY = random.nextDouble(-radius, side + radius);
        draw(leaf, middleX, middleY);
        return leaf.area();
    }

    private void draw(Leaf leaf, double middleX, double middleY) {
        double reach = leaf.reach();
        int left = (int) Math.max(0, Math.floor(middleX - reach));
        int right = (int) Math.min(side - 1, Math.ceil(middleX + reach));
        int top = (int) Math.max(0, Math.floor(middleY - reach));
        int bottom = (int) Math.min(side - 1, Math.ceil(middleY + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double cover = leaf.cover(x - middleX, y - middleY);
                if (cover > 0) {
                    double value = leaf.value(x - middleX, y - middleY);
                    double before = plane.at(x, y);
                    plane.set(x, y, (float) (before + cover * (value - before)));
                }
            }
        }
    }

    /// What every camera adds: without it the filters would take the grain of real pictures for
    /// nothing and smooth it away.
    private void addNoise() {
        double deviation = NOISE * StrictMath.pow(random.nextDouble(), 2);
        for (int i = 0; i < plane.values().length; i++) {
            double noise = 0;
            for (int k = 0; k < 4; k++) {
                noise += random.nextDouble(-1, 1);
            }
            // The sum of four has a variance of 4 / 3.
            plane.values()[i] += (float) (noise * deviation / 1.1547);
        }
    }

    /// As a lens draws it.
    private Plane outOfFocus() {
        double deviation = random.nextDouble(SHARPEST, BLUNTEST);
        double[] weights = new double[2 * REACH + 1];
        for (int k = -REACH; k <= REACH; k++) {
            weights[k + REACH] = StrictMath.exp(-k * k / (2 * deviation * deviation));
        }
        Plane across = smooth(plane, weights, 1, 0);
        return smooth(across, weights, 0, 1);
    }

    private static Plane smooth(Plane from, double[] weights, int dx, int dy) {
        Plane to = Plane.empty(from.width(), from.height());
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < from.width(); x++) {
                double sum = 0;
                double all = 0;
                for (int k = -REACH; k <= REACH; k++) {
                    sum += weights[k + REACH] * from.atNearest(x + k * dx, y + k * dy);
                    all += weights[k + REACH];
                }
                to.set(x, y, (float) (sum / all));
            }
        }
        return to;
    }
}
