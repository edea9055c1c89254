package parley.bench.images;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// How alike the structure of two pictures is: 1 for equal ones (Wang, Bovik, Sheikh and
/// Simoncelli, "Image quality assessment: from error visibility to structural similarity", 2004),
/// with its Gaussian window of 11 × 11 and a deviation of 1.5.
public final class Ssim {
    private static final int RADIUS = 5;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    private Ssim() {}

    /// The mean over all places where the whole window lies inside.
    ///
    /// @param one 0 to 1, as large as the other, at least 11 × 11
    public static double of(Plane one, Plane other) {
        Plane meanOne = smooth(one);
        Plane meanOther = smooth(other);
        Plane squareOne = smooth(product(one, one));
        Plane squareOther = smooth(product(other, other));
        Plane both = smooth(product(one, other));
        double sum = 0;
        long count = 0;
        for (int y = RADIUS; y < one.height() - RADIUS; y++) {
            for (int x = RADIUS; x < one.width() - RADIUS; x++) {
                sum +=
                        at(
                                meanOne.at(x, y),
                                meanOther.at(x, y),
                                squareOne.at(x, y),
                                squareOther.at(x, y),
                                both.at(x, y));
                count++;
            }
        }
        return sum / count;
    }

    private static double at(
            double meanOne, double meanOther, double squareOne, double squareOther, double both) {
        double varianceOne = squareOne - meanOne * meanOne;
        double varianceOther = squareOther - meanOther * meanOther;
        double covariance = both - meanOne * meanOther;
        return (2 * meanOne * meanOther + C1)
                * (2 * covariance + C2)
                / ((meanOne * meanOne + meanOther * meanOther + C1)
                        * (varianceOne + varianceOther + C2));
    }

    private static Plane product(Plane one, Plane other) {
        Plane made = Plane.empty(one.width(), one.height());
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = one.values()[i] * other.values()[i];
        }
        return made;
    }

    private static Plane smooth(Plane plane) {
        double[] weights = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int k = -RADIUS; k <= RADIUS; k++) {
            weights[k + RADIUS] = Math.exp(-k * k / (2 * DEVIATION * DEVIATION));
            sum += weights[k + RADIUS];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        Plane across = Plane.empty(plane.width(), plane.height());
        Plane made = Plane.empty(plane.width(), plane.height());
        Rows.each(plane.height(), y -> line(plane, across, y, weights, 1, 0));
        Rows.each(plane.height(), y -> line(across, made, y, weights, 0, 1));
        return made;
    }

    private static void line(Plane from, Plane to, int y, double[] weights, int dx, int dy) {
        for (int x = 0; x < from.width(); x++) {
            double sum = 0;
            for (int k = -RADIUS; k <= RADIUS; k++) {
                sum += weights[k + RADIUS] * from.atNearest(x + k * dx, y + k * dy);
            }
            to.set(x, y, (float) sum);
        }
    }
}
