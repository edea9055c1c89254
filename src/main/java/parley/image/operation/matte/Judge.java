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
        0.65, -3.50, -1.30, -1.98, -4.60, -0.84, -2.01, -0.82, -0.60, 3.28, 0.72, -1.05, 1.20,
        -0.07, 0.99, -0.92, 0.26, 0.16, -0.77, -0.14, 1.05, 0.10
    };

    private Judge() {}

    /// @param likely how large the intersection over union with the truth is likely to be
    record Verdict(Candidate candidate, Traits traits, double likely) {}

    /// What there is to say of each, the best first.
    static List<Verdict> verdicts(List<Candidate> candidates, SmallCopy copy) {
        ColourModels colours = new ColourModels(copy);
        return candidates.stream()
                .map(candidate -> {
                    Traits traits = Traits.of(candidate, candidates, copy, colours);
                    return new Verdict(candidate, traits, likely(traits, candidate.method()));
                })
                .sorted(Comparator.comparingDouble(Verdict::likely).reversed())
                .toList();
    }

    private static double likely(Traits traits, Method method) {
        if (traits.share() < 0.002 || traits.share() > 0.97) {
            return 0.01;
        }
        double[] values = traits.values(method);
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += WEIGHTS[k] * values[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
