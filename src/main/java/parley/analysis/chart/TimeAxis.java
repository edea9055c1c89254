package parley.analysis.chart;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.XmrChart;

/// Where points are from left to right: by their times where all have one, else side by side.
final class TimeAxis {
    private static final double ROOM_BETWEEN_LABELS = 10;
    private static final double WIDEST_LABEL = 96;

    /// About the room that a time takes.
    private static final double ROOM_OF_TIME = 52;

    private static final int LABELS_TO_MEASURE = 200;

    private final XmrChart chart;
    private final double[] shares;
    private final Optional<Span> span;

    private record Span(LocalDateTime first, LocalDateTime last, boolean daysOnly) {
        double share(LocalDateTime time) {
            return seconds(time) / seconds(last);
        }

        private double seconds(LocalDateTime time) {
            return first.until(time, ChronoUnit.MILLIS) / 1000.0;
        }
    }

    /// A text below the axis.
    ///
    /// @param share where, from 0 at the first point to 1 at the last
    /// @param below a second line; may be empty
    record Label(double share, String text, String below) {}

    private TimeAxis(XmrChart chart, double[] shares, Optional<Span> span) {
        this.chart = chart;
        this.shares = shares;
        this.span = span;
    }

    static TimeAxis of(XmrChart chart) {
        int count = chart.size();
        double[] shares = new double[count];
        Optional<Span> span = span(chart);
        for (int i = 0; i < count; i++) {
            double even = count == 1 ? 0.5 : (double) i / (count - 1);
            shares[i] = span.isPresent() ? span.get().share(chart.time(i).orElseThrow()) : even;
        }
        return new TimeAxis(chart, shares, span);
    }

    /// Empty unless all points have a time, and not all the same, in order.
    private static Optional<Span> span(XmrChart chart) {
        int count = chart.size();
        boolean daysOnly = true;
        for (int i = 0; i < count; i++) {
            Optional<LocalDateTime> time = chart.time(i);
            if (time.isEmpty() || (i > 0 && isBefore(time, chart.time(i - 1)))) {
                return Optional.empty();
            }
            daysOnly &= time.get().toLocalTime().equals(LocalTime.MIDNIGHT);
        }
        if (count < 2) {
            return Optional.empty();
        }
        LocalDateTime first = chart.time(0).orElseThrow();
        LocalDateTime last = chart.time(count - 1).orElseThrow();
        return first.plusSeconds(1).isAfter(last)
                ? Optional.empty()
                : Optional.of(new Span(first, last, daysOnly));
    }

    private static boolean isBefore(Optional<LocalDateTime> one, Optional<LocalDateTime> other) {
        return one.orElseThrow().isBefore(other.orElseThrow());
    }

    /// Where a point is, from 0 at the first to 1 at the last.
    double share(int index) {
        return shares[index];
    }

    int size() {
        return shares.length;
    }

    /// As many labels as do not touch each other.
    ///
    /// @param width of the axis, in points
    List<Label> labels(double width, Face face) {
        List<Label> labels = span.isPresent() ? times(span.get(), width) : names(width, face);
        return labels.isEmpty() ? ends(face) : labels;
    }

    private static List<Label> times(Span span, double width) {
        int most = Math.max(2, (int) (width / ROOM_OF_TIME));
        return TimeTicks.between(span.first(), span.last(), most, span.daysOnly()).stream()
                .map(tick -> new Label(span.share(tick.time()), tick.text(), tick.whole()))
                .toList();
    }

    private List<Label> names(double width, Face face) {
        int count = size();
        int every = Math.max(1, count / LABELS_TO_MEASURE);
        double widest =
                IntStream.iterate(0, i -> i < count, i -> i + every)
                        .mapToDouble(i -> Typeface.width(name(i, face), face))
                        .max()
                        .orElse(0);
        double room = width / Math.max(1, count - 1);
        int step = step((widest + ROOM_BETWEEN_LABELS) / room);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The fifth, the tenth, … and the first: numbered points get round numbers.
            if (step == 2 ? i % 2 == 0 : i == 0 || (i + 1) % step == 0) {
                labels.add(new Label(shares[i], name(i, face), ""));
            }
        }
        return labels;
    }

    private List<Label> ends(Face face) {
        int last = size() - 1;
        return last < 0
                ? List.of()
                : List.of(
                        new Label(shares[0], name(0, face), ""),
                        new Label(shares[last], name(last, face), ""));
    }

    private String name(int index, Face face) {
        return Typeface.fitted(chart.label(index), face, WIDEST_LABEL);
    }

    /// The least of 1, 2, 5, 10, 20, … that is not less.
    private static int step(double least) {
        long power = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return (int) (factor * power);
                }
            }
            power *= 10;
        }
    }
}
