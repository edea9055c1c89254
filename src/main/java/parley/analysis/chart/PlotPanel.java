package parley.analysis.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.analysis.chart.LineLabels.Placed;
import parley.analysis.chart.LineLabels.Wish;
import parley.analysis.chart.PanelContent.Kind;
import parley.analysis.chart.PanelContent.Level;
import parley.analysis.chart.PanelContent.Stretch;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;

/// The frame of one chart: its axis of numbers, its lines, and what they are called at the right.
final class PlotPanel {
    static final double TICK_SIZE = 9;

    private static final double LABEL_SIZE = 9;
    private static final double LABEL_HEIGHT = 11.5;
    private static final double GAP = 6;
    private static final double LEAST_RIGHT = 60;
    private static final double ROOM_OF_TICK = 27;

    private final PanelContent content;
    private final Palette palette;
    private final NumberScale scale;
    private final List<Double> ticks;
    private final NumberForm tickForm;
    private final NumberForm labelForm;

    private PlotPanel(
            PanelContent content, Palette palette, NumberScale scale, NumberForm labelForm) {
        this.content = content;
        this.palette = palette;
        this.scale = scale;
        this.labelForm = labelForm;
        ticks = scale.ticks(Math.max(2, (int) ((scale.from() - scale.to()) / ROOM_OF_TICK)));
        tickForm = scale.form(ticks);
    }

    static PlotPanel of(PanelContent content, Palette palette, double top, double bottom) {
        Extent extent = Extent.of(content);
        NumberScale scale =
                content.fromZero()
                        ? NumberScale.upTo(extent.greatest(), bottom, top)
                        : NumberScale.around(extent.least(), extent.greatest(), bottom, top);
        return new PlotPanel(content, palette, scale, lastForm(content));
    }

    private static NumberForm lastForm(PanelContent content) {
        double[] lines =
                content.stretches().isEmpty()
                        ? new double[0]
                        : content.stretches().getLast().levels().stream()
                                .mapToDouble(Level::last)
                                .toArray();
        return NumberForm.spread(300, lines);
    }

    NumberScale scale() {
        return scale;
    }

    /// How the numbers of the lines are written.
    NumberForm labelForm() {
        return labelForm;
    }

    /// The room that the numbers of the axis take.
    double leftWidth() {
        Face face = tickFace();
        return GAP
                + ticks.stream()
                        .mapToDouble(tick -> Typeface.width(tickForm.write(tick), face))
                        .max()
                        .orElse(0);
    }

    /// The room that the names of the lines take.
    double rightWidth() {
        double numbers = widestNumber();
        double names =
                lastLevels().stream()
                        .mapToDouble(level -> Typeface.width(level.name(), nameFace()))
                        .max()
                        .orElse(0);
        return Math.max(LEAST_RIGHT, 2 * GAP + numbers + 4 + names);
    }

    private double widestNumber() {
        return lastLevels().stream()
                .mapToDouble(level ->
                        Typeface.width(labelForm.write(level.last()), numberFace(level.kind())))
                .max()
                .orElse(0);
    }

    List<Level> lastLevels() {
        return content.stretches().isEmpty() ? List.of() : content.stretches().getLast().levels();
    }

    /// Where values are expected.
    void drawBands(Canvas canvas, Box plot, Across across) {
        canvas.clipped(
                plot,
                () -> {
                    for (Stretch stretch : content.stretches()) {
                        band(canvas, plot, across, stretch);
                    }
                });
    }

    void drawAxis(Canvas canvas, Box plot) {
        Pen grid = new Pen(palette.grid(), 0.5);
        for (double tick : ticks) {
            double y = scale.at(tick);
            canvas.line(plot.x(), y, plot.right(), y, grid);
            canvas.text(
                    tickForm.write(tick),
                    plot.x() - GAP,
                    y + 0.36 * TICK_SIZE,
                    tickFace(),
                    Align.END);
        }
    }

    private void band(Canvas canvas, Box plot, Across across, Stretch stretch) {
        List<Level> limits = stretch.of(Kind.LIMIT);
        if (limits.isEmpty()) {
            return;
        }
        Level upper = limits.getFirst();
        Level lower = limits.size() > 1 ? limits.getLast() : new Level(Kind.LIMIT, "", 0, 0);
        Trace above = places(canvas, plot, across, stretch, upper);
        Trace below = places(canvas, plot, across, stretch, lower).backwards();
        Trace band = above.then(below);
        canvas.area(band.x(), band.y(), band.count(), palette.band());
    }

    /// The lines, and the points on top of them; the other way round where points would hide them.
    void drawSeries(Canvas canvas, Box plot, Across across) {
        SeriesLayer series = SeriesLayer.of(content, palette, across, scale::at);
        double room = across.spacing();
        if (SeriesLayer.isDense(room)) {
            series.drawLine(canvas, plot, room);
            drawLevels(canvas, plot, across);
        } else {
            drawLevels(canvas, plot, across);
            series.drawLine(canvas, plot, room);
        }
        series.drawSignals(canvas, room);
    }

    private void drawLevels(Canvas canvas, Box plot, Across across) {
        canvas.clipped(
                plot,
                () -> {
                    for (Stretch stretch : content.stretches()) {
                        for (Level level : stretch.levels()) {
                            level(canvas, plot, across, stretch, level);
                        }
                    }
                });
    }

    private void level(Canvas canvas, Box plot, Across across, Stretch stretch, Level level) {
        Pen pen = pen(level.kind());
        Trace line = places(canvas, plot, across, stretch, level);
        if (level.first() == level.last()) {
            canvas.line(line.x()[0], line.y()[0], line.x()[1], line.y()[1], pen);
        } else {
            canvas.polyline(line.x(), line.y(), line.count(), pen);
        }
    }

    Pen pen(Kind kind) {
        return switch (kind) {
            case LIMIT -> new Pen(palette.limit(), 1.3, 6);
            case CENTRE -> new Pen(palette.centre(), 1.3);
            case QUARTILE -> new Pen(palette.faint(), 0.8, 2.2);
        };
    }

    /// Where a line goes. A sloped one rises from point to point, whatever time is between them.
    private Trace places(Canvas canvas, Box plot, Across across, Stretch stretch, Level level) {
        double left = across.left(stretch, plot);
        double right = across.right(stretch, plot);
        double first = scale.at(level.first());
        double last = scale.at(level.last());
        if (level.first() == level.last()) {
            return new Trace(new double[] {left, right}, new double[] {first, last}, 2);
        }
        int count = stretch.to() - stretch.from() + 1;
        double[] x = Arrays.copyOfRange(across.x(), stretch.from(), stretch.to() + 1);
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = first + (last - first) * i / Math.max(1, count - 1);
        }
        return Trace.of(x, y, 0, count - 1, 1 / canvas.pixelsPerPoint());
    }

    /// The numbers and names of the last lines, right of the plot.
    void drawNames(Canvas canvas, Box plot) {
        List<Wish<Level>> wishes = new ArrayList<>();
        for (Level level : lastLevels()) {
            wishes.add(new Wish<>(level, scale.at(level.last()), level.kind() != Kind.QUARTILE));
        }
        double numbers = widestNumber();
        for (Placed<Level> placed :
                LineLabels.place(wishes, LABEL_HEIGHT, plot.y() + 3, plot.bottom() - 3)) {
            Level level = placed.label();
            double x = plot.right() + 2 * GAP;
            double y = placed.place() + 0.36 * LABEL_SIZE;
            if (Math.abs(placed.place() - placed.line()) > 1) {
                Pen leader = new Pen(palette.faint(), 0.6);
                canvas.line(plot.right(), placed.line(), x - 2, placed.place(), leader);
            }
            String number = labelForm.write(level.last());
            canvas.text(number, x + numbers, y, numberFace(level.kind()), Align.END);
            canvas.text(level.name(), x + numbers + 4, y, nameFace(), Align.START);
        }
    }

    private Face tickFace() {
        return new Face(TICK_SIZE, palette.mutedText());
    }

    private Face nameFace() {
        return new Face(LABEL_SIZE, palette.mutedText());
    }

    private Face numberFace(Kind kind) {
        return kind == Kind.QUARTILE ? nameFace() : new Face(LABEL_SIZE, true, palette.text());
    }

    /// The least and greatest number that is drawn.
    private record Extent(double least, double greatest) {
        static Extent of(PanelContent content) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double value : content.values()) {
                if (Double.isFinite(value)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
            for (Stretch stretch : content.stretches()) {
                for (Level level : stretch.levels()) {
                    least = Math.min(least, Math.min(level.first(), level.last()));
                    greatest = Math.max(greatest, Math.max(level.first(), level.last()));
                }
            }
            return least <= greatest ? new Extent(least, greatest) : new Extent(0, 1);
        }
    }
}
