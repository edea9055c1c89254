package parley.analysis.chart;

import java.util.List;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;

/// The axis of time below a plot: one line of labels, and a second one for what they are part of.
record AxisLabels(TimeAxis axis, Palette palette) {
    /// The room below a plot that the labels take.
    static final double HEIGHT = 30;

    private static final double TICK = 4;
    private static final double FIRST_LINE = 14;
    private static final double SECOND_LINE = 25;
    private static final double BETWEEN = 6;

    void draw(Canvas canvas, Box plot) {
        Face face = new Face(PlotPanel.TICK_SIZE, palette.text());
        Face muted = new Face(PlotPanel.TICK_SIZE, palette.mutedText());
        Pen pen = new Pen(palette.centre(), 0.8);
        canvas.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), pen);
        Row upper = new Row(canvas, plot, face, plot.bottom() + FIRST_LINE);
        Row lower = new Row(canvas, plot, muted, plot.bottom() + SECOND_LINE);
        List<TimeAxis.Label> labels = axis.labels(plot.width(), face);
        for (TimeAxis.Label label : labels) {
            double x = Across.place(plot, label.share());
            if (upper.write(label.text(), x)) {
                canvas.line(x, plot.bottom(), x, plot.bottom() + TICK, pen);
                lower.write(label.below(), x);
            }
        }
    }

    /// Writes what the axis is of, right of it.
    void name(Canvas canvas, Box plot, String name, double right) {
        Face face = new Face(PlotPanel.TICK_SIZE + 0.5, true, palette.text());
        double x = plot.right() + FIRST_LINE - 2;
        String fitted = Typeface.fitted(name, face, right - x);
        canvas.text(fitted, x, plot.bottom() + FIRST_LINE, face, Align.START);
    }

    /// A line of labels that do not touch each other.
    private static final class Row {
        private final Canvas canvas;
        private final Box plot;
        private final Face face;
        private final double y;
        private double end = Double.NEGATIVE_INFINITY;

        Row(Canvas canvas, Box plot, Face face, double y) {
            this.canvas = canvas;
            this.plot = plot;
            this.face = face;
            this.y = y;
        }

        /// Whether there was room.
        boolean write(String text, double x) {
            double width = Typeface.width(text, face);
            double left =
                    Math.max(plot.x() - 34, Math.min(x - width / 2, plot.right() + 4 - width));
            if (left < end + BETWEEN) {
                return false;
            }
            canvas.text(text, left, y, face, Align.START);
            if (!text.isEmpty()) {
                end = left + width;
            }
            return true;
        }
    }
}
