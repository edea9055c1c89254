package parley.image.operation.matte;

import java.util.Arrays;

/// A background as smooth as a lit wall: each channel a polynomial of the place, fitted so that
/// what is not of the background does not count (iteratively reweighted least squares with Tukey's
/// biweight: Beaton and Tukey, 1974).
///
/// @param coefficients for lightness, a and b
/// @param spread how far the background strays from it, a standard deviation for each channel
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Surface(int degree, double[][] coefficients, float[] spread) {
    private static final int ROUNDS = 6;
    private static final double TUKEY = 4.7;
    private static final double MEDIAN_TO_DEVIATION = 1.4826;

    /// What a perfect background strays by: 8-bit levels are no finer.
    private static final float[] FINEST = {0.7f, 0.6f, 0.6f};

    /// @param pixels the indices of those it is fitted to; at least a few dozen
    static Surface fit(SmallCopy copy, int[] pixels, int degree) {
        double[] weights = new double[pixels.length];
        Arrays.fill(weights, 1);
        Surface surface = weighted(copy, pixels, weights, degree);
        for (int round = 1; round < ROUNDS; round++) {
            surface.weigh(copy, pixels, weights);
            surface = weighted(copy, pixels, weights, degree);
        }
        return surface;
    }

    private void weigh(SmallCopy copy, int[] pixels, double[] weights) {
        float[] colour = new float[3];
        double[] terms = new double[terms(degree)];
        for (int k = 0; k < pixels.length; k++) {
            at(copy, pixels[k], terms, colour);
            double distance = Math.sqrt(squaredDistance(copy, pixels[k], colour)) / TUKEY;
            double rest = Math.max(0, 1 - distance * distance);
            weights[k] = Math.max(1e-6, rest * rest);
        }
    }

    /// How unlike the background a pixel is, in standard deviations, squared.
    float squaredDistance(SmallCopy copy, int i, float[] colour) {
        float lightness = (copy.lightness().values()[i] - colour[0]) / spread[0];
        float a = (copy.a().values()[i] - colour[1]) / spread[1];
        float b = (copy.b().values()[i] - colour[2]) / spread[2];
        return (lightness * lightness + a * a + b * b) / 3;
    }

    /// Works out the background's colour at a pixel of the small copy.
    ///
    /// @param terms room for [#terms]
    void at(SmallCopy copy, int i, double[] terms, float[] colour) {
        at(
                (copy.column(i) + 0.5) / copy.width(),
                (copy.row(i) + 0.5) / copy.height(),
                terms,
                colour);
    }

    /// @param x 0 at the left edge to 1
    /// @param y 0 at the top edge to 1
    /// @param terms room for the terms
    /// @param colour room for lightness, a and b
    void at(double x, double y, double[] terms, float[] colour) {
        fillTerms(2 * x - 1, 2 * y - 1, degree, terms);
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int term = 0; term < terms.length; term++) {
                sum += coefficients[channel][term] * terms[term];
            }
            colour[channel] = (float) sum;
        }
    }

    static int terms(int degree) {
        return (degree + 1) * (degree + 2) / 2;
    }

    private static void fillTerms(double x, double y, int degree, double[] terms) {
        terms[0] = 1;
        int last = 0;
        int next = 1;
        for (int power = 1; power <= degree; power++) {
            for (int ofY = 0; ofY < power; ofY++) {
                terms[next++] = terms[last + ofY] * x;
            }
            terms[next] = terms[next - 1 - power] * y;
            last = ++next - power - 1;
        }
    }

    private static Surface weighted(SmallCopy copy, int[] pixels, double[] weights, int degree) {
        int count = terms(degree);
        double[][] normal = new double[count][count];
        double[][] right = new double[3][count];
        double[] terms = new double[count];
        double total = 0;
        for (int k = 0; k < pixels.length; k++) {
            fillTerms(across(copy, pixels[k]), down(copy, pixels[k]), degree, terms);
            total += weights[k];
            add(copy, pixels[k], weights[k], terms, normal, right);
        }
        for (int term = 1; term < count; term++) {
            normal[term][term] += 1e-3 * total;
        }
        normal[0][0] += 1e-9;
        double[][] coefficients = new LinearSystem(normal).solve(right);
        Surface exact = new Surface(degree, coefficients, FINEST);
        return new Surface(degree, coefficients, exact.spreadOver(copy, pixels, weights));
    }

    private static void add(
            SmallCopy copy,
            int pixel,
            double weight,
            double[] terms,
            double[][] normal,
            double[][] right) {
        float[] values = {
            copy.lightness().values()[pixel], copy.a().values()[pixel], copy.b().values()[pixel]
        };
        for (int row = 0; row < terms.length; row++) {
            double weighted = weight * terms[row];
            for (int column = 0; column <= row; column++) {
                normal[row][column] += weighted * terms[column];
            }
            for (int channel = 0; channel < 3; channel++) {
                right[channel][row] += weighted * values[channel];
            }
        }
    }

    private float[] spreadOver(SmallCopy copy, int[] pixels, double[] weights) {
        float[][] residuals = new float[3][pixels.length];
        int count = 0;
        float[] colour = new float[3];
        double[] terms = new double[terms(degree)];
        for (int k = 0; k < pixels.length; k++) {
            if (weights[k] < 0.05) {
                continue;
            }
            int i = pixels[k];
            at(copy, i, terms, colour);
            residuals[0][count] = Math.abs(copy.lightness().values()[i] - colour[0]);
            residuals[1][count] = Math.abs(copy.a().values()[i] - colour[1]);
            residuals[2][count] = Math.abs(copy.b().values()[i] - colour[2]);
            count++;
        }
        float[] made = FINEST.clone();
        for (int channel = 0; channel < 3 && count > 0; channel++) {
            Arrays.sort(residuals[channel], 0, count);
            double median = residuals[channel][count / 2] * MEDIAN_TO_DEVIATION;
            made[channel] = (float) Math.max(FINEST[channel], median);
        }
        return made;
    }

    private static double across(SmallCopy copy, int i) {
        return 2 * (copy.column(i) + 0.5) / copy.width() - 1;
    }

    private static double down(SmallCopy copy, int i) {
        return 2 * (copy.row(i) + 0.5) / copy.height() - 1;
    }
}
