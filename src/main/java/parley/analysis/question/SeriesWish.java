package parley.analysis.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrOptions;

/// Says which chart belongs to what is asked.
final class SeriesWish {
    private SeriesWish() {}

    /// Whether the rows are a time and a number each, with nothing left out for its value.
    static boolean isSeries(Ask ask) {
        return switch (ask.kind()) {
            case AGGREGATE ->
                    ask.extra() == Ask.Extra.NONE
                            && ask.keys().size() == 1
                            && ask.keys().getFirst().isTime()
                            && ask.measures().size() == 1
                            && ask.having().isEmpty()
                            && ask.limit() == 0;
            case ROWS -> isRows(ask.columns(), ask);
            case COMPARE, SHARE, CORRELATION, MISSING, OUTLIERS, DUPLICATES, DESCRIBE, SERIES ->
                    false;
        };
    }

    private static boolean isRows(List<Column> columns, Ask ask) {
        return columns.size() == 2
                && columns.getFirst().type().isTemporal()
                && columns.getLast().type().isNumeric()
                && ask.order().filter(columns.getLast()::equals).isEmpty()
                && ask.conditions().stream()
                        .noneMatch(each -> each.column().equals(columns.getLast()));
    }

    static ChartWish of(Ask ask) {
        Ask.ChartAsk chart = ask.chart();
        return new ChartWish(
                value(ask),
                ask.keys().isEmpty()
                        ? ask.columns().getFirst().name()
                        : ask.keys().getFirst().label(),
                options(chart),
                chart.lockFirst(),
                chart.splitAt(),
                Optional.of(chart.since()).filter(day -> !day.isEmpty()),
                ask.keys().stream().findFirst().flatMap(Key::bucket),
                empty(ask));
    }

    private static String value(Ask ask) {
        return ask.measures().isEmpty()
                ? ask.columns().getLast().name()
                : ask.measures().stream().map(Measure::label).collect(Collectors.joining(", "));
    }

    private static ChartWish.Empty empty(Ask ask) {
        boolean days =
                ask.keys().stream()
                        .flatMap(key -> key.bucket().stream())
                        .anyMatch(bucket -> bucket == Bucket.DAY || bucket == Bucket.HOUR);
        if (ask.measures().isEmpty() || (days && has(ask, Condition.Test.WEEKDAY))) {
            return ChartWish.Empty.UNKNOWN;
        }
        if (has(ask, Condition.Test.NOT_DURING)) {
            return ChartWish.Empty.MISSING;
        }
        return switch (ask.measures().getFirst().aggregate()) {
            case COUNT, DISTINCT, DAYS -> ChartWish.Empty.ZERO;
            case SUM, MEAN, MEDIAN, PERCENTILE, DEVIATION, LEAST, GREATEST, SPREAD ->
                    ChartWish.Empty.MISSING;
        };
    }

    private static boolean has(Ask ask, Condition.Test test) {
        return ask.conditions().stream().anyMatch(each -> each.test() == test);
    }

    private static XmrOptions options(Ask.ChartAsk chart) {
        XmrOptions start = XmrOptions.DEFAULT;
        RuleProfile profile =
                RuleProfile.valueOf(chart.profile().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new XmrOptions(
                start.constants(),
                profile,
                chart.median() ? XmrOptions.Centre.MEDIAN : start.centre(),
                chart.median() ? XmrOptions.Dispersion.MEDIAN_RANGE : start.dispersion(),
                start.slope(),
                start.gaps(),
                start.baseline(),
                List.of(),
                start.season(),
                start.screened(),
                start.lowerSpecification(),
                start.upperSpecification());
    }
}
