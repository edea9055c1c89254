package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.question.Bucket;
import parley.analysis.question.ChartWish;
import parley.analysis.question.Plan;
import parley.analysis.sql.Rows;
import parley.error.AppException;

/// Charts what a plan found over time, and says what the chart leaves out or adds.
final class SeriesAnswer {
    private SeriesAnswer() {}

    /// The chart that was asked for.
    ///
    /// @return what is to be seen
    static String charted(Plan plan, ChartWish wish, Rows rows, OpenSource source, Finding finding)
            throws InterruptedException {
        Timeline.Points points = Timeline.of(plan, wish, rows, source);
        String text = finding.chart(points.all(), wish, points.leftOut());
        String since = finding.signalsSince(wish).map(told -> "\n\n" + told).orElse("");
        return text + since + paragraph(sentences(points, wish, ""));
    }

    /// The chart that goes with an answer in words; none where nobody could read it.
    ///
    /// @return what its reader should know; empty if nothing
    static String chartBeside(Plan plan, Rows rows, OpenSource source, Finding finding)
            throws InterruptedException {
        Optional<ChartWish> wish = plan.chartBeside();
        Rows timed = timed(rows);
        if (wish.isEmpty() || !ChartPoints.isSeries(timed)) {
            return "";
        }
        try {
            Timeline.Points points = Timeline.of(plan, wish.get(), timed, source);
            finding.chart(points.all(), wish.get(), points.leftOut());
            return paragraph(sentences(points, wish.get(), " of the chart"));
        } catch (AppException e) {
            return "";
        }
    }

    /// The rows that have a time.
    private static Rows timed(Rows rows) {
        return new Rows(
                rows.columns(),
                rows.cells().stream().filter(row -> row.getFirst() != null).toList(),
                rows.truncated(),
                rows.took());
    }

    private static List<String> sentences(Timeline.Points points, ChartWish wish, String where) {
        List<String> said = new ArrayList<>();
        String unit = wish.bucket().map(Bucket::noun).orElse("");
        points.first()
                .ifPresent(
                        end -> said.add(leftOut(unit, end, "is only partly in the data", where)));
        points.last().ifPresent(end -> said.add(leftOut(unit, end, "is not over yet", where)));
        if (points.added() > 0) {
            said.add(added(points.added(), unit, wish.empty()));
        }
        return said;
    }

    private static String leftOut(String unit, Timeline.End end, String reason, String where) {
        return "The %s from %s %s and was left out%s."
                .formatted(
                        unit,
                        end.start(),
                        end.asked() ? "is only partly asked for" : reason,
                        where);
    }

    private static String added(int count, String unit, ChartWish.Empty empty) {
        boolean one = count == 1;
        String head =
                one
                        ? "1 %s has no rows".formatted(unit)
                        : "%d %ss have no rows".formatted(count, unit);
        if (empty == ChartWish.Empty.ZERO) {
            return head + (one ? " and is charted as 0." : " and are charted as 0.");
        }
        return head
                + (one
                        ? ": its value is missing, and no range goes across it."
                        : ": their values are missing, and no range goes across them.");
    }

    private static String paragraph(List<String> sentences) {
        return sentences.isEmpty() ? "" : "\n\n" + String.join("\n\n", sentences);
    }
}
