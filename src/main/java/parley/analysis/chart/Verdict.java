package parley.analysis.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import parley.analysis.xmr.Limits;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.XmrChart;

/// What a chart says, in words.
record Verdict(XmrChart chart) {
    private static final int NAMED = 3;
    private static final int LONGEST_NAME = 80;
    private static final int TOO_FEW = 6;

    /// Whether the process is stable, in a few words.
    enum Finding {
        NOTHING("Nothing to chart"),
        TOO_FEW("Too few points to judge"),
        STABLE("Stable"),
        UNSTABLE("Not stable");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Finding finding() {
        if (chart.size() == 0) {
            return Finding.NOTHING;
        }
        if (chart.signals().length > 0) {
            return Finding.UNSTABLE;
        }
        return chart.size() < TOO_FEW ? Finding.TOO_FEW : Finding.STABLE;
    }

    String sentence() {
        int signals = chart.signals().length;
        String points = Notes.count(chart.size(), "point");
        return switch (finding()) {
            case NOTHING -> "There are no points.";
            case TOO_FEW -> points + " without a signal; six are needed to judge, more are better.";
            case STABLE -> "No signals in %s: the variation is routine.".formatted(points);
            case UNSTABLE ->
                    "%,d of %s %s: look for what was different there."
                            .formatted(
                                    signals, points, signals == 1 ? "is a signal" : "are signals");
        };
    }

    /// The points that take part in each rule that occurs, the strongest first.
    Map<Rule, int[]> points() {
        Map<Rule, IntStream.Builder> found = new EnumMap<>(Rule.class);
        for (int point : chart.signals()) {
            for (Rule rule : chart.rules(point)) {
                found.computeIfAbsent(rule, ignored -> IntStream.builder()).add(point);
            }
        }
        Map<Rule, int[]> points = new EnumMap<>(Rule.class);
        found.forEach((rule, builder) -> points.put(rule, builder.build().toArray()));
        return points;
    }

    /// Points by their labels; points in a row as a range.
    String where(int[] points) {
        List<String> stretches = new ArrayList<>();
        int begin = 0;
        int named = 0;
        while (begin < points.length && stretches.size() < NAMED) {
            int end = begin;
            while (end + 1 < points.length && points[end + 1] == points[end] + 1) {
                end++;
            }
            String first = label(points[begin]);
            stretches.add(begin == end ? first : first + " to " + label(points[end]));
            named += end - begin + 1;
            begin = end + 1;
        }
        int more = points.length - named;
        return String.join(", ", stretches) + (more > 0 ? " and %,d more".formatted(more) : "");
    }

    private String label(int point) {
        return shortened(chart.label(point));
    }

    /// Names are somebody else's, and may be as long as a book.
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    String altText(ChartText text) {
        StringBuilder words =
                new StringBuilder(
                        "XmR control chart of %s over %s: %s"
                                .formatted(
                                        shortened(text.valueName()),
                                        shortened(text.timeName()),
                                        Notes.count(chart.size(), "point")));
        int last = chart.size() - 1;
        if (last > 0) {
            words.append(" from %s to %s".formatted(label(0), label(last)));
        }
        words.append(". ");
        lines(words);
        words.append(sentence());
        points().forEach((rule, points) ->
                words.append(
                        " %s: %,d (%s).".formatted(capital(rule), points.length, where(points))));
        return words.toString();
    }

    private void lines(StringBuilder words) {
        int number = 1;
        for (Phase phase : chart.phases()) {
            Limits limits = phase.limits();
            if (Double.isFinite(limits.upper())) {
                NumberForm form =
                        NumberForm.spread(300, limits.lower(), limits.upper(), limits.centre());
                String where = chart.phases().size() > 1 ? "In phase %d, ".formatted(number) : "";
                words.append(
                        "%s%s %s, natural process limits %s to %s, upper range limit %s. "
                                .formatted(
                                        where,
                                        where.isEmpty() ? "Centre" : "centre",
                                        form.write(limits.centre()),
                                        form.write(limits.lower()),
                                        form.write(limits.upper()),
                                        NumberForm.spread(300, 0, limits.upperRange())
                                                .write(limits.upperRange())));
            }
            number++;
        }
    }

    private String capital(Rule rule) {
        String words = RuleWords.of(rule, chart.options().profile());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
