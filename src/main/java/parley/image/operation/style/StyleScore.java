package parley.image.operation.style;

import parley.image.pixel.LabPlanes;
import parley.image.pixel.Picture;

/// How near a picture's colours came to those of a reference, and how much of its own structure is
/// left.
///
/// @param distance the sliced Wasserstein distance of the colours, in units of L*a*b*
/// @param structure the correlation of its lightness before and after
public record StyleScore(double distance, double structure) {
    public static StyleScore of(Picture before, Picture after, Picture reference) {
        LabPlanes lab = LabPlanes.of(after);
        double distance = ColourCloud.of(after, lab).distance(ColourCloud.of(reference));
        float[] one = LabPlanes.of(before).lightness().values();
        return new StyleScore(distance, correlation(one, lab.lightness().values()));
    }

    /// 1 for pictures that are plain.
    static double correlation(float[] one, float[] other) {
        double oneMean = mean(one);
        double otherMean = mean(other);
        double both = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - oneMean;
            double b = other[i] - otherMean;
            both += a * b;
            ones += a * a;
            others += b * b;
        }
        return ones < 1e-9 || others < 1e-9 ? 1 : both / Math.sqrt(ones * others);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
