package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a practitioner is told of a chart. Every sentence follows from the points, and every number
/// in it is one of the chart's: a value, a line, a count.
///
/// @param processStable whether no point is a signal
/// @param outOfControlPoints the points that are signals, 0-based, ascending
/// @param findings what the chart shows, the verdict first, a sentence or two each; plain text
/// @param recommendations what to look at next, and why; plain text
public record Insights(
        boolean processStable,
        List<Integer> outOfControlPoints,
        List<String> findings,
        List<String> recommendations) {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~]");

    public Insights {
        outOfControlPoints = List.copyOf(outOfControlPoints);
        findings = List.copyOf(findings);
        recommendations = List.copyOf(recommendations);
    }

    /// @param valueName what is charted, for people: `sales`
    public static Insights of(XmrChart chart, String valueName) {
        var words = new SignalWords(chart);
        List<String> findings = new ArrayList<>();
        findings.add(new Verdict(chart, valueName).sentence());
        findings.addAll(words.sentences());
        findings.addAll(new Cautions(chart).sentences());
        return new Insights(
                chart.isStable(),
                Arrays.stream(chart.signals()).boxed().toList(),
                findings,
                new Recommendations(chart).sentences());
    }

    /// A short answer in Markdown: the verdict, the strongest findings, the first recommendation.
    /// Names and labels of the data are escaped.
    public String markdown() {
        var text = new StringBuilder("**" + escaped(findings.getFirst()) + "**");
        findings.stream().skip(1).limit(3).forEach(each -> text.append(' ').append(escaped(each)));
        recommendations.stream()
                .findFirst()
                .ifPresent(first -> text.append("\n\n").append(escaped(first)));
        return text.toString();
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}
