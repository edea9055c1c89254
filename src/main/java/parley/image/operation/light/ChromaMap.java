package parley.image.operation.light;

import parley.image.pixel.Plane;

/// The linear map that moves one cloud of colours, two numbers each, to the mean and the spread of
/// another with the least work: `T = A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2`.
final class ChromaMap {
    /// Colours of a grey picture have no spread that could be made into one.
    private static final double SMALLEST_VARIANCE = 9;

    private static final double STEEPEST = 1.8;

    private final double[] meanFrom;
    private final double[] meanTo;
    private final double[] matrix;

    private ChromaMap(double[] meanFrom, double[] meanTo, double[] matrix) {
        this.meanFrom = meanFrom;
        this.meanTo = meanTo;
        this.matrix = matrix;
    }

    static ChromaMap between(Plane fromA, Plane fromB, Plane toA, Plane toB) {
        double[] from = moments(fromA, fromB);
        double[] to = moments(toA, toB);
        double[] a = {from[2], from[3], from[4]};
        double[] b = {to[2], to[3], to[4]};
        double[] half = root(a);
        double[] inverse = inverse(half);
        double[] middle = root(times(half, b));
        double[] matrix = times(inverse, middle);
        for (int k = 0; k < 3; k++) {
            matrix[k] = Math.clamp(matrix[k], k == 1 ? -STEEPEST : 0.2, STEEPEST);
        }
        return new ChromaMap(new double[] {from[0], from[1]}, new double[] {to[0], to[1]}, matrix);
    }

    float[] map(double a, double b) {
        double u = a - meanFrom[0];
        double v = b - meanFrom[1];
        return new float[] {
            (float) (meanTo[0] + matrix[0] * u + matrix[1] * v),
            (float) (meanTo[1] + matrix[1] * u + matrix[2] * v)
        };
    }

    /// Means, and the covariance as its three numbers.
    private static double[] moments(Plane a, Plane b) {
        double[] sums = new double[5];
        int count = a.values().length;
        for (int i = 0; i < count; i++) {
            double u = a.values()[i];
            double v = b.values()[i];
            sums[0] += u;
            sums[1] += v;
            sums[2] += u * u;
            sums[3] += u * v;
            sums[4] += v * v;
        }
        double u = sums[0] / count;
        double v = sums[1] / count;
        return new double[] {
            u,
            v,
            sums[2] / count - u * u + SMALLEST_VARIANCE,
            sums[3] / count - u * v,
            sums[4] / count - v * v + SMALLEST_VARIANCE
        };
    }

    /// The square root of a symmetric positive matrix of two rows.
    private static double[] root(double[] m) {
        double determinant = Math.sqrt(Math.max(1e-12, m[0] * m[2] - m[1] * m[1]));
        double trace = Math.sqrt(m[0] + m[2] + 2 * determinant);
        return new double[] {
            (m[0] + determinant) / trace, m[1] / trace, (m[2] + determinant) / trace
        };
    }

    private static double[] inverse(double[] m) {
        double determinant = Math.max(1e-12, m[0] * m[2] - m[1] * m[1]);
        return new double[] {m[2] / determinant, -m[1] / determinant, m[0] / determinant};
    }

    /// `outer · inner · outer`, which is symmetric again.
    private static double[] times(double[] outer, double[] inner) {
        double p = outer[0] * inner[0] + outer[1] * inner[1];
        double q = outer[0] * inner[1] + outer[1] * inner[2];
        double r = outer[1] * inner[0] + outer[2] * inner[1];
        double s = outer[1] * inner[1] + outer[2] * inner[2];
        return new double[] {
            p * outer[0] + q * outer[1], p * outer[1] + q * outer[2], r * outer[1] + s * outer[2]
        };
    }
}
