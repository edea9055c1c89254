package parley.image.operation.matte;

import parley.image.pixel.Plane;

/// What can be expected of a mask, given how likely each pixel is of the subject.
final class Likelihood {
    private static final int STEPS = 256;

    private Likelihood() {}

    /// Which likelihood to cut at, so that the intersection over union to be expected is largest.
    static double threshold(Plane likely) {
        double[] count = new double[STEPS];
        double all = 0;
        for (float value : likely.values()) {
            count[Math.clamp((int) (value * STEPS), 0, STEPS - 1)]++;
            all += value;
        }
        double best = -1;
        int cut = STEPS / 2;
        double taken = 0;
        double inside = 0;
        for (int step = STEPS - 1; step > 0; step--) {
            taken += count[step];
            inside += count[step] * (step + 0.5) / STEPS;
            double expected = inside / Math.max(1e-9, taken + all - inside);
            if (expected > best) {
                best = expected;
                cut = step;
            }
        }
        return (double) cut / STEPS;
    }

    /// The intersection over union to be expected of a mask.
    static double overlap(Plane likely, Plane inside) {
        double both = 0;
        double either = 0;
        for (int i = 0; i < likely.values().length; i++) {
            boolean isIn = inside.values()[i] > 0.5f;
            both += isIn ? likely.values()[i] : 0;
            either += isIn ? 1 : likely.values()[i];
        }
        return both / Math.max(1e-9, either);
    }

    /// How far the likelihoods inside are from certain: 0 to 1.
    static double doubt(Plane likely, Plane inside) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < likely.values().length; i++) {
            if (inside.values()[i] > 0.5f) {
                sum += 1 - Math.abs(2 * likely.values()[i] - 1);
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }
}
