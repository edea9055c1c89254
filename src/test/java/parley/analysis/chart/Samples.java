package parley.analysis.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import parley.analysis.chart.ChartStyle.Format;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.ChartStyle.Theme;
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

/// Charts to draw.
final class Samples {
    static final ChartText TEXT = new ChartText("Sales by week", "sales", "week", "A note.");
    static final ChartStyle SMALL = new ChartStyle(Format.PNG, 60, Quality.LOW, Theme.LIGHT);

    private Samples() {}

    static ChartStyle small(Format format) {
        return new ChartStyle(format, 60, Quality.LOW, Theme.LIGHT);
    }

    static double[] values(int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return values;
    }

    static double[] noise(int count, double mean, double deviation) {
        Random random = new Random(count);
        return values(count, ignored -> mean + deviation * random.nextGaussian());
    }

    static List<Observation> days(double[] values) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        List<Observation> days = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate day = first.plusDays(i);
            Optional<LocalDateTime> time = Optional.of(day.atStartOfDay());
            days.add(new Observation(day.toString(), time, values[i]));
        }
        return days;
    }

    static List<Observation> labelled(double[] values, IntFunction<String> label) {
        List<Observation> labelled = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            labelled.add(new Observation(label.apply(i), Optional.empty(), values[i]));
        }
        return labelled;
    }

    static XmrChart daily(double... values) {
        return Xmr.chart(days(values), XmrOptions.DEFAULT);
    }

    static XmrChart with(double[] values, RuleProfile profile, int locked, Integer... phases) {
        return Xmr.chart(
                days(values),
                new XmrOptions(
                        Constants.WHEELER,
                        profile,
                        Centre.MEAN,
                        Dispersion.MEAN_RANGE,
                        Slope.NONE,
                        Gaps.BREAK,
                        locked == 0 ? Optional.empty() : Optional.of(new Span(0, locked - 1)),
                        List.of(phases),
                        0,
                        false,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
    }

    /// Twenty points about 10, and one of 40.
    static XmrChart outlier() {
        double[] values = noise(24, 10, 1);
        values[17] = 40;
        return daily(values);
    }
}
