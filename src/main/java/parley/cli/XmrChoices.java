package parley.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.analysis.xmr.Constants;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;
import parley.analysis.xmr.XmrOptions.Gaps;
import parley.analysis.xmr.XmrOptions.Slope;
import parley.analysis.xmr.XmrOptions.Span;
import parley.cli.xmr.SplitPoint;
import picocli.CommandLine.Option;

/// How a chart is to be worked out, as words of a command line.
final class XmrChoices {
    @Option(
            names = "--rules",
            paramLabel = "NAME",
            description = "wheeler, western-electric, nelson or nhs.")
    private String rules = "wheeler";

    @Option(names = "--constants", paramLabel = "NAME", description = "wheeler, nist or exact.")
    private String constants = "wheeler";

    @Option(names = "--centre", paramLabel = "NAME", description = "mean or median.")
    private String centre = "mean";

    @Option(
            names = "--dispersion",
            paramLabel = "NAME",
            description = "mean or median (of the moving ranges).")
    private String dispersion = "mean";

    @Option(
            names = "--slope",
            paramLabel = "NAME",
            description = "none, half-averages or least-squares.")
    private String slope = "none";

    @Option(
            names = "--gaps",
            paramLabel = "NAME",
            description = "break or bridge: what missing values do.")
    private String gaps = "break";

    @Option(
            names = "--lock",
            paramLabel = "N",
            description = "Takes limits from the first N points alone.")
    private int lock;

    @Option(
            names = "--split",
            paramLabel = "DATE|N",
            description = "Starts a phase there; may be given again.")
    private List<String> splits = new ArrayList<>();

    @Option(
            names = "--season",
            paramLabel = "N",
            description = "Takes out the pattern of N points.")
    private int season;

    @Option(names = "--screened", description = "Works limits out once more without wide ranges.")
    private boolean screened;

    @Option(names = "--lsl", paramLabel = "VALUE", description = "What is demanded at least.")
    private @Nullable Double lower;

    @Option(names = "--usl", paramLabel = "VALUE", description = "What is demanded at most.")
    private @Nullable Double upper;

    boolean hasSpecification() {
        return lower != null || upper != null;
    }

    /// @throws parley.error.AppException (400) the choices do not fit the series
    XmrChart chart(List<Observation> data) {
        XmrOptions options = options();
        if (splits.isEmpty()) {
            return Xmr.chart(data, options);
        }
        XmrChart whole = Xmr.chart(data, XmrOptions.DEFAULT);
        List<Integer> starts =
                splits.stream()
                        .map(split -> SplitPoint.in(whole, split))
                        .sorted()
                        .distinct()
                        .toList();
        return Xmr.chart(data, options.splitAt(starts));
    }

    private XmrOptions options() {
        XmrOptions options =
                XmrOptions.DEFAULT
                        .withProfile(
                                named(
                                        "--rules",
                                        rules,
                                        RuleProfile.values(),
                                        RuleProfile::wireName))
                        .withConstants(
                                named(
                                        "--constants",
                                        constants,
                                        Constants.values(),
                                        Constants::wireName))
                        .withCentre(named("--centre", centre, Centre.values(), XmrChoices::word))
                        .withDispersion(
                                named(
                                        "--dispersion",
                                        dispersion,
                                        Dispersion.values(),
                                        each -> word(each).replace("-range", "")))
                        .withSlope(named("--slope", slope, Slope.values(), XmrChoices::word))
                        .withGaps(named("--gaps", gaps, Gaps.values(), XmrChoices::word))
                        .withSeason(season)
                        .withSpecification(optional(lower), optional(upper));
        options = screened ? options.screening() : options;
        return lock == 0 ? options : options.lockedOn(new Span(0, lock - 1));
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> T named(String option, String name, T[] all, Function<T, String> names) {
        return Arrays.stream(all)
                .filter(each -> names.apply(each).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                option
                                        + " cannot be "
                                        + name
                                        + "; it can be "
                                        + String.join(", ", Arrays.stream(all).map(names).toList())
                                        + "."));
    }
}
