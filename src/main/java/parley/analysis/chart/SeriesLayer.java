package parley.analysis.chart;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Marker;
import parley.analysis.xmr.Rule;

/// The points of a panel: the line through them, a dot for each while there is room, and a mark for
/// each signal always.
///
/// @param x of each point
/// @param y of each point; NaN where there is none
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record SeriesLayer(PanelContent content, Palette palette, double[] x, double[] y) {
    private static final double MOST_RADIUS = 2.7;
    private static final double LEAST_RADIUS = 0.8;
    private static final double DENSE = 0.3;
    private static final double MOST_MARK = 4.3;
    private static final double LEAST_MARK = 2.2;
    private static final double HALO = 0.9;

    /// So many marks need no more than a speck each.
    private static final int CROWD = 400;

    private static final double IN_CROWD = 0.55;

    /// Marks whose places differ by less, in pixels, are the same mark.
    private static final double SAME_PLACE = 1.5;

    static SeriesLayer of(
            PanelContent content, Palette palette, Across across, DoubleUnaryOperator scale) {
        double[] y =
                Arrays.stream(content.values())
                        .map(value ->
                                Double.isFinite(value) ? scale.applyAsDouble(value) : Double.NaN)
                        .toArray();
        return new SeriesLayer(content, palette, across.x(), y);
    }

    /// @param room that a point has, in points: markers are no larger
    void drawLine(Canvas canvas, Box plot, double room) {
        canvas.clipped(
                plot,
                () -> {
                    line(canvas, room);
                    double radius = Math.min(MOST_RADIUS, room * 0.3);
                    if (radius >= LEAST_RADIUS) {
                        dots(canvas, radius);
                    }
                });
    }

    void drawSignals(Canvas canvas, double room) {
        signals(canvas, Math.clamp(room * 0.42, LEAST_MARK, MOST_MARK));
    }

    /// Whether points are so near to each other that their line covers what is below it.
    static boolean isDense(double room) {
        return room < DENSE;
    }

    private void line(Canvas canvas, double room) {
        int colour = isDense(room) ? palette.denseSeries() : palette.series();
        Pen pen = new Pen(colour, room > 3 ? 1.1 : isDense(room) ? 0.5 : 0.8);
        int begin = 0;
        while (begin < x.length) {
            int end = begin;
            while (end + 1 < x.length && isJoined(end + 1)) {
                end++;
            }
            if (end > begin) {
                Trace trace = Trace.of(x, y, begin, end, 1 / canvas.pixelsPerPoint());
                canvas.polyline(trace.x(), trace.y(), trace.count(), pen);
            } else if (room <= LEAST_RADIUS / 0.3 && Double.isFinite(y[begin])) {
                canvas.marks(
                        Marker.DISC,
                        new double[] {x[begin]},
                        new double[] {y[begin]},
                        1,
                        LEAST_RADIUS,
                        palette.series());
            }
            begin = end + 1;
        }
    }

    private boolean isJoined(int index) {
        return !content.begins()[index]
                && Double.isFinite(y[index - 1])
                && Double.isFinite(y[index]);
    }

    private void dots(Canvas canvas, double radius) {
        int[] drawn = IntStream.range(0, y.length).filter(i -> Double.isFinite(y[i])).toArray();
        marks(canvas, Marker.DISC, drawn, radius, palette.series());
    }

    /// Weaker rules first, so that stronger ones are on top.
    private void signals(Canvas canvas, double radius) {
        for (Rule rule : List.of(Rule.values()).reversed()) {
            int[] points = content.signals().get(rule);
            if (points != null) {
                int[] seen = distinct(points, canvas.pixelsPerPoint() / SAME_PLACE);
                Marker marker = Palette.marker(rule);
                double size = seen.length > CROWD ? radius * IN_CROWD : radius;
                if (seen.length <= CROWD) {
                    marks(canvas, marker, seen, size + HALO, palette.background());
                }
                marks(canvas, marker, seen, size, palette.rule(rule));
            }
        }
    }

    /// The points without those that are where another one is.
    private int[] distinct(int[] points, double cells) {
        Set<Long> taken = new HashSet<>();
        return Arrays.stream(points)
                .filter(point -> Double.isFinite(y[point]))
                .filter(point ->
                        taken.add(
                                (Math.round(x[point] * cells) << 32)
                                        + Math.round(y[point] * cells)))
                .toArray();
    }

    private void marks(Canvas canvas, Marker marker, int[] points, double radius, int colour) {
        double[] markX = Arrays.stream(points).mapToDouble(point -> x[point]).toArray();
        double[] markY = Arrays.stream(points).mapToDouble(point -> y[point]).toArray();
        canvas.marks(marker, markX, markY, points.length, radius, colour);
    }
}
