package parley.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.analysis.chart.ChartText;
import parley.analysis.question.ChartWish;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;
import parley.error.AppException;

/// Makes the chart that is wished for of rows.
final class ChartMaker {
    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(point -> point.time().orElse(LocalDateTime.MIN));

    private ChartMaker() {}

    /// The wish for a chart of which nothing is said.
    static ChartWish plain(Rows rows) {
        return new ChartWish(
                ChartPoints.valueName(rows),
                ChartPoints.timeName(rows),
                XmrOptions.DEFAULT,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ChartWish.Empty.UNKNOWN);
    }

    /// @throws AppException (400) the rows hold no numbers, or a phase begins where there is
    ///   nothing
    ///
    /// @param excluded what was left out before; empty if nothing was
    static Charted make(List<Observation> points, ChartWish wish, String excluded) {
        List<Observation> plotted =
                points.stream()
                        .filter(point -> !Double.isNaN(point.value()))
                        .sorted(BY_TIME)
                        .toList();
        XmrOptions options = options(wish, plotted);
        XmrChart chart = Xmr.chart(points, options);
        return new Charted(chart, text(wish, chart, excluded), excluded);
    }

    private static XmrOptions options(ChartWish wish, List<Observation> plotted) {
        XmrOptions options = wish.options();
        if (wish.lockFirst() > 0) {
            int last = Math.min(wish.lockFirst(), plotted.size()) - 1;
            if (last < 1) {
                throw AppException.invalid(
                        "lock_first", "Limits need two points at least to be locked on.");
            }
            options = ChartOptions.with(options, new XmrOptions.Span(0, last));
        }
        List<Integer> starts = new ArrayList<>(options.phaseStarts());
        for (String date : wish.splitAt()) {
            int start = firstFrom(plotted, date);
            if (start > 0 && start < plotted.size() && !starts.contains(start)) {
                starts.add(start);
            }
        }
        return ChartOptions.with(options, starts.stream().sorted().toList());
    }

    /// The first point that is not before a date.
    private static int firstFrom(List<Observation> points, String date) {
        LocalDateTime from =
                ChartPoints.stored(date, 0)
                        .time()
                        .orElseThrow(() ->
                                AppException.invalid(
                                        "split_at",
                                        "%s is not a date; write it as 2024-06-01."
                                                .formatted(date)));
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).time().filter(time -> !time.isBefore(from)).isPresent()) {
                return i;
            }
        }
        return points.size();
    }

    /// The signals from a day on: when, what value, by which rules.
    static List<String> signalsSince(XmrChart chart, String day) {
        Optional<LocalDateTime> from = ChartPoints.stored(day, 0).time();
        return IntStream.of(chart.signals())
                .filter(index ->
                        from.isEmpty()
                                || chart.time(index)
                                        .filter(time -> !time.isBefore(from.get()))
                                        .isPresent())
                .mapToObj(index ->
                        "%s: %s (%s)"
                                .formatted(
                                        chart.label(index),
                                        shown(chart.value(index)),
                                        chart.rules(index).stream()
                                                .map(Rule::wireName)
                                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String shown(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(7))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static ChartText text(ChartWish wish, XmrChart chart, String excluded) {
        String title = "XmR Control Chart - %s vs %s".formatted(wish.valueName(), wish.timeName());
        List<String> notes = new ArrayList<>();
        if (!excluded.isEmpty()) {
            notes.add("without %s, only partly in the data".formatted(excluded));
        }
        if (chart.repairs().missing() > 0) {
            notes.add("%d missing".formatted(chart.repairs().missing()));
        }
        return new ChartText(title, wish.valueName(), wish.timeName(), String.join(" · ", notes));
    }
}
