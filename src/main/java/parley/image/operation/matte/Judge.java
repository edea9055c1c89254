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

    /// The same without what was learned about regions: for pictures of which that knows nothing.
    private static final double[] PLAIN_WEIGHTS = {
        -1.32, -0.64, 0.09, -0.30, -0.12, -0.39, -0.53, -0.10, 0.08, 0.10, -0.20, -0.21, 0.28,
        -0.21, -0.21, 0.07, -0.16, -0.08, -0.52, -0.22, -0.10, 0.06, 0.22, 1.72, 1.00, -0.46,
        1.19, 1.38
    };

    /// An overlap to be expected below which regions know little, and from which on enough.
    private static final double IGNORANT = 0.25;

    private static final double KNOWING = 0.4;

    /// How much they count at least.
    private static final double LEAST_TRUST = 0.25;

    private Judge() {}

    /// @param likely how large the intersection over union with the truth is likely to be
    record Verdict(Candidate candidate, Traits traits, double likely) {}

    /// What there is to say of each, the best first.
    static List<Verdict> verdicts(Candidates.Found found, SmallCopy copy) {
        ColourModels colours = new ColourModels(copy);
        double trust = trust(found);
        return found.all().stream()
                .map(candidate -> {
                    Traits traits = Traits.of(candidate, found, copy, colours);
                    double likely = likely(traits, candidate.method(), trust);
                    return new Verdict(candidate, traits, likely);
                })
                .sorted(Comparator.comparingDouble(Verdict::likely).reversed())
                .toList();
    }

    /// How far what was learned about regions can be trusted: it knows when it does not know.
    private static double trust(Candidates.Found found) {
        double most =
                found.all().stream()
                        .mapToDouble(one -> Likelihood.overlap(found.likely(), one.inside()))
                        .max()
                        .orElse(0);
        return Math.clamp((most - IGNORANT) / (KNOWING - IGNORANT), LEAST_TRUST, 1);
    }

    private static double likely(Traits traits, Method method, double trust) {
        if (traits.share() < 0.002 || traits.share() > 0.97) {
            return 0.01;
        }
        double[] values = traits.values(method);
        double logit = trust * sum(WEIGHTS, values) + (1 - trust) * sum(PLAIN_WEIGHTS, values);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[k];
        }
        return sum;
    }
}
