package parley.analysis.chart;

import java.util.Arrays;
import java.util.List;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrOptions;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;

/// Rules, and how a chart was worked out, in words for a chart.
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule, RuleProfile profile) {
        return switch (rule) {
            case OUTSIDE_LIMITS -> "beyond a limit";
            case RANGE -> "moving range above its limit";
            case NEAR_LIMIT -> nearLimit(profile);
            case RUN -> "run of %d on one side".formatted(profile.run());
            case TREND -> "%d in a row rising or falling".formatted(profile.trend());
            case ALTERNATING -> "14 in a row up and down";
            case WITHIN_ONE_SIGMA -> "15 in a row within 1σ";
            case BEYOND_ONE_SIGMA -> "8 in a row beyond 1σ";
        };
    }

    /// The rules of a profile, the strongest first.
    static List<Rule> rules(RuleProfile profile) {
        return Arrays.stream(Rule.values()).filter(rule -> isOf(profile, rule)).toList();
    }

    private static boolean isOf(RuleProfile profile, Rule rule) {
        return switch (rule) {
            case OUTSIDE_LIMITS -> true;
            case RANGE -> profile.testsRanges();
            case NEAR_LIMIT -> !profile.near().isEmpty();
            case RUN -> profile.run() > 0;
            case TREND -> profile.trend() > 0;
            case ALTERNATING, WITHIN_ONE_SIGMA, BEYOND_ONE_SIGMA -> profile.testsSpread();
        };
    }

    private static String nearLimit(RuleProfile profile) {
        return switch (profile) {
            case WHEELER -> "3 of 4 nearer a limit than the centre";
            case WESTERN_ELECTRIC, NELSON -> "2 of 3 beyond 2σ or 4 of 5 beyond 1σ";
            case NHS -> "2 of 3 in the outer third";
        };
    }

    static String name(RuleProfile profile) {
        return switch (profile) {
            case WHEELER -> "Wheeler";
            case WESTERN_ELECTRIC -> "Western Electric";
            case NELSON -> "Nelson";
            case NHS -> "NHS";
        };
    }

    /// How the limits were worked out: `mean ± 2.66 × mean range`.
    static String limits(XmrOptions options) {
        String centre = options.centre() == Centre.MEAN ? "mean" : "median";
        boolean isMean = options.dispersion() == Dispersion.MEAN_RANGE;
        String factor =
                switch (options.constants()) {
                    case WHEELER -> isMean ? "2.66" : "3.145";
                    case NIST -> isMean ? "3/1.128" : "3/0.954";
                    case EXACT -> isMean ? "3/1.128379" : "3/0.953873";
                };
        return "%s ± %s × %s range".formatted(centre, factor, isMean ? "mean" : "median");
    }
}
