package parley.analysis.xmr;

import java.util.List;
import java.util.stream.DoubleStream;

/// The limits of a phase, worked out by a database and compared with those of the chart.
///
/// @param verified whether they agree: lines to 1e-9 of the largest of them, counts exactly
/// @param figures each of them
public record Verification(boolean verified, List<Figure> figures) {
    private static final double CLOSE = 1e-9;

    public Verification {
        figures = List.copyOf(figures);
    }

    /// One quantity.
    ///
    /// @param charted as the chart has it; NaN where there is none
    /// @param recomputed as the database has it
    /// @param deviation the difference as a share of the largest line
    public record Figure(
            String quantity,
            double charted,
            double recomputed,
            double deviation,
            boolean verified) {}

    /// The row that [LimitsQuery] brings, NaN for null.
    public record Recomputed(
            double centre,
            double averageRange,
            double lowerLimit,
            double upperLimit,
            double upperRange,
            long outsideLimits,
            long points) {}

    /// Compares a phase of a chart.
    public static Verification compare(XmrChart chart, Phase phase, Recomputed found) {
        Limits limits = phase.limits();
        double scale =
                DoubleStream.of(limits.centre(), limits.lower(), limits.upper())
                        .map(Math::abs)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        List<Figure> figures =
                List.of(
                        line("centre", limits.centre(), found.centre(), scale),
                        line("averageRange", limits.averageRange(), found.averageRange(), scale),
                        line("lowerLimit", limits.lower(), found.lowerLimit(), scale),
                        line("upperLimit", limits.upper(), found.upperLimit(), scale),
                        line("upperRange", limits.upperRange(), found.upperRange(), scale),
                        count("outsideLimits", outside(chart, phase), found.outsideLimits()),
                        count("points", phase.to() - phase.from() + 1L, found.points()));
        return new Verification(figures.stream().allMatch(Figure::verified), figures);
    }

    /// It as a sentence.
    public String sentence() {
        if (verified) {
            return "The database worked the same limits out.";
        }
        return figures.stream()
                .filter(figure -> !figure.verified())
                .findFirst()
                .map(figure ->
                        "The database worked out "
                                + figure.recomputed()
                                + " for "
                                + figure.quantity()
                                + ", the chart "
                                + figure.charted()
                                + ".")
                .orElseThrow();
    }

    private static Figure line(String quantity, double charted, double recomputed, double scale) {
        if (Double.isNaN(charted) && Double.isNaN(recomputed)) {
            return new Figure(quantity, charted, recomputed, 0, true);
        }
        double difference = recomputed - charted;
        double deviation = difference == 0 ? 0 : difference / scale;
        return new Figure(quantity, charted, recomputed, deviation, Math.abs(deviation) <= CLOSE);
    }

    private static Figure count(String quantity, long charted, long recomputed) {
        double deviation = charted == recomputed ? 0 : (recomputed - charted) / (double) charted;
        return new Figure(quantity, charted, recomputed, deviation, charted == recomputed);
    }

    private static long outside(XmrChart chart, Phase phase) {
        long outside = 0;
        for (int i : chart.signals(Rule.OUTSIDE_LIMITS)) {
            if (i >= phase.from() && i <= phase.to()) {
                outside++;
            }
        }
        return outside;
    }
}
