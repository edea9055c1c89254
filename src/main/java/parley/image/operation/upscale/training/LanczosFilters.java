package parley.image.operation.upscale.training;

import parley.image.operation.upscale.FilterBank;

/// Lanczos with three lobes (Duchon, 1979) as the four filters of a pixel's quarters.
final class LanczosFilters {
    private static final int LOBES = 3;

    private LanczosFilters() {}

    /// Quarter by quarter, row by row; each filter's weights are 1 in all.
    static double[] weights() {
        double[] weights = new double[FilterBank.PHASES * FilterBank.TAPS];
        for (int phase = 0; phase < FilterBank.PHASES; phase++) {
            fill(weights, phase);
        }
        return weights;
    }

    private static void fill(double[] weights, int phase) {
        double right = (phase & 1) * 0.5 - 0.25;
        double down = (phase >> 1) * 0.5 - 0.25;
        int first = phase * FilterBank.TAPS;
        double sum = 0;
        for (int tap = 0; tap < FilterBank.TAPS; tap++) {
            int u = tap % FilterBank.SIDE - FilterBank.RADIUS;
            int v = tap / FilterBank.SIDE - FilterBank.RADIUS;
            weights[first + tap] = weight(u - right) * weight(v - down);
            sum += weights[first + tap];
        }
        for (int tap = 0; tap < FilterBank.TAPS; tap++) {
            weights[first + tap] /= sum;
        }
    }

    /// @param distance never 0: quarters lie beside the middles of pixels
    private static double weight(double distance) {
        if (Math.abs(distance) >= LOBES) {
            return 0;
        }
        double x = StrictMath.PI * distance;
        return LOBES * StrictMath.sin(x) * StrictMath.sin(x / LOBES) / (x * x);
    }
}
