package parley.analysis.chart;

import parley.analysis.chart.PanelContent.Kind;
import parley.analysis.chart.PanelContent.Level;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;

/// The values as bars that lie beside the chart of the values, on its scale, with the last lines.
record Distribution(PanelContent content, Palette palette, PlotPanel panel) {
    private static final double ROOM_OF_TICK = 50;
    private static final double LEAST_BAR = 5;

    void draw(Canvas canvas, Box plot) {
        Histogram histogram = Histogram.of(content.values());
        NumberScale scale = NumberScale.upTo(histogram.most(), plot.x(), plot.right());
        canvas.clipped(
                plot,
                () -> {
                    band(canvas, plot);
                    grid(canvas, plot, scale);
                    bars(canvas, histogram, scale);
                    lines(canvas, plot);
                    density(canvas, histogram, scale);
                });
        Pen frame = new Pen(palette.centre(), 0.8);
        canvas.line(plot.x(), plot.y(), plot.x(), plot.bottom(), frame);
        panel.drawNames(canvas, plot);
        ticks(canvas, plot, scale);
    }

    private void band(Canvas canvas, Box plot) {
        double top = plot.bottom();
        double bottom = plot.y();
        for (Level level : panel.lastLevels()) {
            if (level.kind() == Kind.LIMIT) {
                top = Math.min(top, panel.scale().at(level.last()));
                bottom = Math.max(bottom, panel.scale().at(level.last()));
            }
        }
        if (top < bottom) {
            canvas.fill(new Box(plot.x(), top, plot.width(), bottom - top), palette.band());
        }
    }

    private void grid(Canvas canvas, Box plot, NumberScale scale) {
        for (double tick : scale.wholeTicks((int) (plot.width() / ROOM_OF_TICK))) {
            double x = scale.at(tick);
            canvas.line(x, plot.y(), x, plot.bottom(), new Pen(palette.grid(), 0.5));
        }
    }

    private void bars(Canvas canvas, Histogram histogram, NumberScale scale) {
        for (int i = 0; i < histogram.counts().length; i++) {
            double bottom = panel.scale().at(histogram.low() + i * histogram.width());
            double top = panel.scale().at(histogram.low() + (i + 1) * histogram.width());
            double gap = Math.min(0.6, (bottom - top) / 8);
            double height = Math.max(bottom - top - 2 * gap, LEAST_BAR);
            double y = (top + bottom - height) / 2;
            double width = scale.at(histogram.counts()[i]) - scale.from();
            canvas.fill(new Box(scale.from(), y, width, height), palette.faint());
        }
    }

    private void lines(Canvas canvas, Box plot) {
        for (Level level : panel.lastLevels()) {
            double y = panel.scale().at(level.last());
            Pen pen = panel.pen(level.kind());
            canvas.line(plot.x(), y, plot.right(), y, pen);
        }
    }

    private void density(Canvas canvas, Histogram histogram, NumberScale scale) {
        double[] density = histogram.density();
        double[] x = new double[density.length];
        double[] y = new double[density.length];
        for (int i = 0; i < density.length; i++) {
            double share = (double) i / (density.length - 1);
            double value = histogram.low() + share * (histogram.high() - histogram.low());
            x[i] = scale.at(density[i]);
            y[i] = panel.scale().at(value);
        }
        if (density.length > 0) {
            canvas.polyline(x, y, density.length, new Pen(palette.series(), 1.3));
        }
    }

    private void ticks(Canvas canvas, Box plot, NumberScale scale) {
        Face face = new Face(PlotPanel.TICK_SIZE, palette.mutedText());
        for (double tick : scale.wholeTicks((int) (plot.width() / ROOM_OF_TICK))) {
            String number = NumberForm.of(Math.max(1, tick), 1).write(tick);
            canvas.text(number, scale.at(tick), plot.bottom() + 14, face, Align.MIDDLE);
        }
        canvas.text("points", plot.x() + plot.width() / 2, plot.bottom() + 26, face, Align.MIDDLE);
    }
}
