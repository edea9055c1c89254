package parley.image.operation.matte;

import java.util.Comparator;
import java.util.List;
import parley.image.operation.matte.Candidate.Method;

/// Says how much of a subject a candidate has probably found, and takes the one with most.
///
/// The weights are those of a linear model of the logit of the intersection over union, fitted to
/// candidates for composed pictures whose truth is known.
final class Judge {
    private static final double[] WEIGHTS = {
        -1.29, -1.24, 0.04, -0.57, -0.30, -0.19, -0.73, -0.37, 0.06, 0.58, -0.15, -0.56, 0.36,
        0.49, -0.10, -0.04, 0.03, -0.07, -0.32, -0.03, 0.24, 0.05, -0.11, 1.34, 1.44, 0.07,
        0.74, 1.16
    };

    /// The same without what was learned about regions: for pictures of which that knows little.
    private static final double[] CAUTIOUS_WEIGHTS = {
        -1.32, -0.64, 0.09, -0.30, -0.12, -0.39, -0.53, -0.10, 0.08, 0.10, -0.20, -0.21, 0.28,
        -0.21, -0.21, 0.07, -0.16, -0.08, -0.52, -0.22, -0.10, 0.06, 0.22, 1.72, 1.00, -0.46,
        1.19, 1.38
    };

    /// Which of the others to take where regions are not to be trusted. These were fitted before
    /// regions were learned, to other scenes, and choose better in photographs.
    private static final double[] PLAIN_WEIGHTS = {
        0.65, -3.50, -1.30, -1.98, -4.60, -0.84, -2.01, -0.82, -0.60, 3.28, 0.72, -1.05, 1.20,
        -0.07, 0.99, -0.92, 0.26, 0.16, -0.77, -0.14, 1.05
    };

    /// The logit of what regions found where they are not to be trusted.
    private static final double HARDLY = -9;

    private Judge() {}

    /// @param preference the higher the rather it is taken
    /// @param likely how large the intersection over union with the truth is likely to be
    record Verdict(Candidate candidate, Traits traits, double preference, double likely) {}

    /// What there is to say of each, the best first.
    static List<Verdict> verdicts(Candidates.Found found, SmallCopy copy) {
        ColourModels colours = new ColourModels(copy);
        double expected = expected(found);
        return found.all().stream()
                .map(candidate ->
                        verdict(candidate, Traits.of(candidate, found, copy, colours), expected))
                .sorted(Comparator.comparingDouble(Verdict::preference).reversed())
                .toList();
    }

    /// The overlap with the subject that regions themselves expect of the best candidate: they know
    /// when they do not know.
    private static double expected(Candidates.Found found) {
        return found.all().stream()
                .mapToDouble(one -> Likelihood.overlap(found.likely(), one.inside()))
                .max()
                .orElse(0);
    }

    private static Verdict verdict(Candidate candidate, Traits traits, double expected) {
        if (traits.share() < 0.002 || traits.share() > 0.97) {
            return new Verdict(candidate, traits, 2 * HARDLY, 0.01);
        }
        double[] values = traits.values(candidate.method());
        double learned = sum(WEIGHTS, values);
        double plain = candidate.method() == Method.REGIONS ? HARDLY : sum(PLAIN_WEIGHTS, values);
        double trust = Math.clamp((expected - 0.3) / 0.2, 0, 1);
        double belief = Math.clamp((expected - 0.25) / 0.15, 0.25, 1);
        double logit = belief * learned + (1 - belief) * sum(CAUTIOUS_WEIGHTS, values);
        return new Verdict(
                candidate,
                traits,
                trust * learned + (1 - trust) * plain,
                1 / (1 + StrictMath.exp(-logit)));
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[k];
        }
        return sum;
    }
}
