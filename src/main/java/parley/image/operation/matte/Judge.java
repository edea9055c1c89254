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
        -1.33, -1.09, -0.09, -0.55, -0.30, -0.11, -0.69, -0.24, 0.06, 0.22, -0.15, -0.19, 0.56,
        0.14, -0.09, -0.10, -0.09, -0.07, -0.43, -0.19, 0.15, 0.03, -0.09, 1.59, 1.32, -0.58,
        0.86, 1.42
    };

    private Judge() {}

    /// @param likely how large the intersection over union with the truth is likely to be
    record Verdict(Candidate candidate, Traits traits, double likely) {}

    /// What there is to say of each, the best first.
    static List<Verdict> verdicts(Candidates.Found found, SmallCopy copy) {
        ColourModels colours = new ColourModels(copy);
        return found.all().stream()
                .map(candidate -> {
                    Traits traits = Traits.of(candidate, found, copy, colours);
                    return new Verdict(candidate, traits, likely(traits, candidate.method()));
                })
                .sorted(Comparator.comparingDouble(Verdict::likely).reversed())
                .toList();
    }

    static double[] traits(Verdict verdict) {
        return verdict.traits().values(verdict.candidate().method());
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
