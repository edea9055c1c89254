package parley.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import parley.analysis.xmr.Constants;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrOptions;
import parley.error.AppException;

/// Options of charts by the names that clients use, and options that differ in one thing.
public final class ChartOptions {
    private ChartOptions() {}

    /// @throws AppException (400) there are no such rules
    public static RuleProfile rules(String name) {
        return named("rules", RuleProfile.values(), RuleProfile::wireName, name);
    }

    /// @throws AppException (400) there are no such constants
    public static Constants constants(String name) {
        return named("constants", Constants.values(), Constants::wireName, name);
    }

    /// @throws AppException (400) there is no such choice
    public static <E extends Enum<E>> E choice(String parameter, E[] values, String name) {
        return named(parameter, values, ChartOptions::wireName, name);
    }

    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E> E named(
            String parameter, E[] values, Function<E, String> wireName, String name) {
        return Arrays.stream(values)
                .filter(value -> wireName.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        AppException.invalid(
                                parameter,
                                "%s is none of the %s there are: %s."
                                        .formatted(
                                                name,
                                                parameter,
                                                String.join(
                                                        ", ",
                                                        Arrays.stream(values)
                                                                .map(wireName)
                                                                .toList()))));
    }

    static XmrOptions with(XmrOptions options, RuleProfile rules) {
        return copy(options, rules, options.baseline(), options.phaseStarts());
    }

    static XmrOptions with(XmrOptions options, XmrOptions.Span baseline) {
        return copy(options, options.profile(), Optional.of(baseline), options.phaseStarts());
    }

    static XmrOptions with(XmrOptions options, List<Integer> phaseStarts) {
        return copy(options, options.profile(), options.baseline(), phaseStarts);
    }

    private static XmrOptions copy(
            XmrOptions options,
            RuleProfile rules,
            Optional<XmrOptions.Span> baseline,
            List<Integer> phaseStarts) {
        OptionalDouble lower = options.lowerSpecification();
        OptionalDouble upper = options.upperSpecification();
        return new XmrOptions(
                options.constants(),
                rules,
                options.centre(),
                options.dispersion(),
                options.slope(),
                options.gaps(),
                baseline,
                phaseStarts,
                options.season(),
                options.screened(),
                lower,
                upper);
    }
}
