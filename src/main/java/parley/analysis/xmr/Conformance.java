package parley.analysis.xmr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.analysis.xmr.ConformanceCase.Marked;
import parley.analysis.xmr.ConformanceCase.Published;
import parley.analysis.xmr.ConformanceCase.Recomputed;
import parley.analysis.xmr.ConformanceReport.Case;
import parley.analysis.xmr.ConformanceReport.Figure;
import parley.analysis.xmr.ConformanceReport.Signals;

/// Proves the formulas and rules by published data sets: works each out and compares.
public final class Conformance {
    private static final double CLOSE = 1e-9;

    private Conformance() {}

    /// Works every case out anew.
    public static ConformanceReport run() {
        return ConformanceReport.of(
                ConformanceCase.all().stream().map(Conformance::compared).toList());
    }

    private static Case compared(ConformanceCase given) {
        List<Figure> figures = new ArrayList<>();
        given.published().forEach(each -> figures.add(compared(given, each)));
        given.recomputed().forEach(each -> figures.add(compared(given, each)));
        List<Signals> signals =
                given.signals().stream().map(each -> compared(given, each)).toList();
        return Case.of(given.id(), given.source(), given.note(), given.points(), figures, signals);
    }

    private static Figure compared(ConformanceCase given, Published published) {
        double computed = quantity(given, published.quantity(), published.constants());
        var digits = new BigDecimal(published.formula().orElse(published.digits()));
        return new Figure(
                published.quantity(),
                published.constants().wireName(),
                "published",
                published.digits(),
                computed,
                computed - Double.parseDouble(published.digits()),
                published.reason(),
                hasDigits(computed, digits, given.inexactness()));
    }

    /// Whether a number is written so, with as many decimals. A number half-way between may be
    /// written either way.
    ///
    /// @param slack how far the number may be off because the values it comes from are binary
    private static boolean hasDigits(double computed, BigDecimal digits, double slack) {
        double half = 0.5 * Math.pow(10, -digits.scale());
        return Math.abs(computed - digits.doubleValue()) <= half + slack;
    }

    private static Figure compared(ConformanceCase given, Recomputed recomputed) {
        double computed = quantity(given, recomputed.quantity(), Constants.WHEELER);
        double deviation = computed - recomputed.value();
        return new Figure(
                recomputed.quantity(),
                Constants.WHEELER.wireName(),
                "recomputed",
                Double.toString(recomputed.value()),
                computed,
                deviation,
                Optional.empty(),
                Math.abs(deviation) <= CLOSE * Math.max(1, Math.abs(recomputed.value())));
    }

    private static double quantity(ConformanceCase given, String name, Constants constants) {
        Phase phase = given.chart(constants, RuleProfile.WHEELER).phases().getFirst();
        Limits limits = phase.limits();
        return switch (name) {
            case "centre" -> limits.centre();
            case "averageRange" -> limits.averageRange();
            case "upperLimit" -> limits.upper();
            case "lowerLimit" -> limits.lower();
            case "upperQuartile" -> limits.upperQuartile();
            case "lowerQuartile" -> limits.lowerQuartile();
            case "upperRange" -> limits.upperRange();
            case "slope" -> phase.slope();
            case "limitDistance" -> limits.upper() - limits.centre();
            case "standardDeviation" -> given.deviation();
            default -> throw new IllegalArgumentException("No quantity " + name);
        };
    }

    private static Signals compared(ConformanceCase given, Marked marked) {
        XmrChart chart = given.chart(Constants.WHEELER, marked.profile());
        List<Integer> computed =
                IntStream.range(0, chart.size())
                        .filter(i -> isMarked(chart, i, marked))
                        .mapToObj(i -> i + 1)
                        .toList();
        return new Signals(
                marked.profile().wireName(),
                marked.rule().wireName(),
                marked.kind(),
                marked.points(),
                computed,
                computed.equals(marked.points()));
    }

    /// NHS charts show one rule a point, the strongest; the cases hold what they show.
    private static boolean isMarked(XmrChart chart, int index, Marked marked) {
        return marked.profile() == RuleProfile.NHS
                ? chart.strongest(index).equals(Optional.of(marked.rule()))
                : chart.rules(index).contains(marked.rule());
    }
}
