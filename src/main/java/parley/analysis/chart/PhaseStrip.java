package parley.analysis.chart;

import java.util.List;
import java.util.Optional;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions.Span;

/// Phases and the locked baseline: where they are, and their names above the plot.
record PhaseStrip(XmrChart chart, Palette palette, Across across) {
    private static final double ROW = 14;
    private static final double SIZE = 9;

    /// The room above the plot that names take.
    static double height(XmrChart chart) {
        return (chart.phases().size() > 1 ? ROW : 0) + (baseline(chart).isPresent() ? ROW : 0);
    }

    private static Optional<Span> baseline(XmrChart chart) {
        int last = chart.size() - 1;
        return chart.options()
                .baseline()
                .filter(span -> span.from() <= last && span.from() <= span.to())
                .map(span -> new Span(Math.max(0, span.from()), Math.min(last, span.to())));
    }

    void drawBaseline(Canvas canvas, Box plot) {
        baseline(chart)
                .ifPresent(span -> {
                    double left = across.before(span.from(), plot);
                    double right = across.before(span.to() + 1, plot);
                    double top = plot.y() - ROW;
                    double height = plot.bottom() - plot.y();
                    canvas.fill(
                            new Box(left, plot.y(), right - left, height), palette.baselineArea());
                    canvas.fill(new Box(left, top, right - left, ROW), palette.baseline());
                    Pen pen = new Pen(palette.rules()[2], 1);
                    canvas.line(left, plot.y(), right, plot.y(), pen);
                    for (double edge : new double[] {left, right}) {
                        canvas.line(
                                edge,
                                top,
                                edge,
                                plot.bottom(),
                                new Pen(palette.rules()[2], 0.8, 3));
                    }
                    Face face = new Face(SIZE, palette.text());
                    long points = span.to() - span.from() + 1L;
                    write(
                            canvas,
                            List.of(
                                    "baseline: limits are locked on these %,d points"
                                            .formatted(points),
                                    "baseline: limits locked here",
                                    "baseline"),
                            left + 5,
                            right - 5,
                            plot.y() - 4,
                            face);
                });
    }

    void drawBoundaries(Canvas canvas, Box upper, Box lower) {
        Pen pen = new Pen(palette.mutedText(), 0.8);
        double top = upper.y() - height(chart);
        for (Phase phase : chart.phases()) {
            if (phase.from() > 0) {
                double x = across.before(phase.from(), upper);
                canvas.line(x, top, x, upper.bottom(), pen);
                canvas.line(x, lower.y(), x, lower.bottom(), pen);
            }
        }
    }

    void drawLabels(Canvas canvas, Box plot) {
        if (chart.phases().size() < 2) {
            return;
        }
        Face face = new Face(SIZE, palette.text());
        double baseline = plot.y() - height(chart) + ROW - 4;
        int number = 1;
        for (Phase phase : chart.phases()) {
            double left = across.before(phase.from(), plot) + 5;
            double right = across.before(phase.to() + 1, plot) - 5;
            write(canvas, labels(phase, number++), left, right, baseline, face);
        }
    }

    private static List<String> labels(Phase phase, int number) {
        double centre = phase.limits().centre();
        double lower = phase.limits().lower();
        double upper = phase.limits().upper();
        String name = "phase " + number;
        if (!Double.isFinite(centre)) {
            return List.of(name, String.valueOf(number));
        }
        NumberForm form = NumberForm.spread(300, lower, upper, centre);
        String trial = phase.trial() ? " (trial)" : "";
        String mean = name + ": " + form.write(centre);
        return List.of(
                "%s, limits %s to %s%s"
                        .formatted(mean, form.write(lower), form.write(upper), trial),
                mean + trial,
                mean,
                name,
                String.valueOf(number));
    }

    /// Writes the first of the texts that has room.
    private static void write(
            Canvas canvas, List<String> texts, double left, double right, double y, Face face) {
        texts.stream()
                .filter(text -> Typeface.width(text, face) <= right - left)
                .findFirst()
                .ifPresent(text -> canvas.text(text, left, y, face, Align.START));
    }
}
