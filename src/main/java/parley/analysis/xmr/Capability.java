package parley.analysis.xmr;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a process compares with what is demanded of it. It takes specification limits: worked out
/// from the process's own limits, it would always come to 1.
public sealed interface Capability {
    /// In words, for people.
    String words();

    /// The indices of the last phase. Cp and Cpk come from the moving ranges (σ = mR̄ / 1.128), Pp
    /// and Ppk from the standard deviation of all values of the phase.
    ///
    /// @param cp empty with one specification limit
    /// @param pp empty with one specification limit
    /// @param caution why they do not predict what will come, where they do not
    record Known(
            OptionalDouble cp, double cpk, OptionalDouble pp, double ppk, Optional<String> caution)
            implements Capability {
        @Override
        public String words() {
            return named("Cp", cp)
                    + figure("Cpk", cpk)
                    + ", "
                    + named("Pp", pp)
                    + figure("Ppk", ppk)
                    + caution.map(why -> " (" + why + ")").orElse("");
        }

        private static String named(String name, OptionalDouble value) {
            return value.isEmpty() ? "" : figure(name, value.getAsDouble()) + ", ";
        }

        private static String figure(String name, double value) {
            return String.format(Locale.ROOT, "%s %.2f", name, value);
        }
    }

    /// There are none.
    ///
    /// @param reason a sentence
    record Unknown(String reason) implements Capability {
        @Override
        public String words() {
            return reason;
        }
    }

    /// The indices from the figures of a process.
    ///
    /// @param sigma from the moving ranges
    /// @param deviation of all values
    static Known of(
            double mean,
            double sigma,
            double deviation,
            OptionalDouble lower,
            OptionalDouble upper,
            Optional<String> caution) {
        double nearest = nearest(mean, lower, upper);
        return new Known(
                spread(lower, upper, sigma),
                nearest / (3 * sigma),
                spread(lower, upper, deviation),
                nearest / (3 * deviation),
                caution);
    }

    private static OptionalDouble spread(OptionalDouble lower, OptionalDouble upper, double sigma) {
        return lower.isPresent() && upper.isPresent()
                ? OptionalDouble.of((upper.getAsDouble() - lower.getAsDouble()) / (6 * sigma))
                : OptionalDouble.empty();
    }

    private static double nearest(double mean, OptionalDouble lower, OptionalDouble upper) {
        return Math.min(
                upper.orElse(Double.POSITIVE_INFINITY) - mean,
                mean - lower.orElse(Double.NEGATIVE_INFINITY));
    }

    /// The capability of the last phase of a chart.
    static Capability of(XmrChart chart) {
        XmrOptions options = chart.options();
        if (options.lowerSpecification().isEmpty() && options.upperSpecification().isEmpty()) {
            return new Unknown(
                    "Capability needs specification limits, which the data does not hold.");
        }
        if (chart.validRanges() == 0) {
            return new Unknown("Capability needs at least two values in succession.");
        }
        Phase phase = chart.phases().getLast();
        double[] values = chart.values(phase);
        double sigma =
                phase.limits().averageRange() / options.constants().sigma(options.dispersion());
        if (!(sigma > 0)) {
            return new Unknown("Capability needs values that differ; these do not.");
        }
        return of(
                Sums.mean(values, 0, values.length),
                sigma,
                Sums.deviation(values, 0, values.length),
                options.lowerSpecification(),
                options.upperSpecification(),
                caution(chart, phase));
    }

    private static Optional<String> caution(XmrChart chart, Phase phase) {
        for (int i = phase.from(); i <= phase.to(); i++) {
            if (chart.isSignal(i)) {
                return Optional.of("not predictive, since the process is not stable");
            }
        }
        return phase.trial()
                ? Optional.of("preliminary, from " + phase.basis() + " values")
                : Optional.empty();
    }
}
