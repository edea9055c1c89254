package parley.analysis.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.XmrChart;

/// The chart of values over the chart of their moving ranges, with one axis of time.
record MainPicture(XmrChart chart, ChartText text, Palette palette) {
    private static final double LEFT = 28;
    private static final double RIGHT = 24;
    private static final double FOOT = 20;
    private static final double HEADING = 31;
    private static final double SHARE_OF_VALUES = 0.67;

    void draw(Canvas canvas) {
        canvas.fill(new Box(0, 0, Picture.WIDTH, Picture.HEIGHT), palette.background());
        double room = Picture.WIDTH - LEFT - RIGHT;
        PanelContent values = PanelContent.values(chart);
        PanelContent ranges = PanelContent.ranges(chart);
        double top = titles(canvas, room);
        if (chart.size() > 0) {
            Legend legend = new Legend(chart, rules(values, ranges), palette, room);
            legend.draw(canvas, LEFT, top + 15);
            top += legend.height() + 6;
        }
        panels(canvas, values, ranges, top);
        foot(canvas, room);
    }

    private double titles(Canvas canvas, double room) {
        Face title = new Face(19, true, palette.text());
        canvas.text(Typeface.fitted(text.title(), title, room), LEFT, 40, title, Align.START);
        Face note = new Face(10.5, palette.mutedText());
        List<String> lines = new ArrayList<>();
        lines.add(text.note());
        lines.addAll(new Notes(chart).cautions());
        double y = 44;
        for (String line : lines) {
            String fitted = Typeface.fitted(line, note, room);
            if (!fitted.isEmpty()) {
                y += 15;
                canvas.text(fitted, LEFT, y, note, Align.START);
            }
        }
        return y + 4;
    }

    private static Set<Rule> rules(PanelContent values, PanelContent ranges) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        rules.addAll(values.signals().keySet());
        rules.addAll(ranges.signals().keySet());
        return rules;
    }

    private void panels(Canvas canvas, PanelContent values, PanelContent ranges, double top) {
        double strip = PhaseStrip.height(chart);
        double valuesTop = top + HEADING + strip;
        double bottom = Picture.HEIGHT - FOOT - 14 - AxisLabels.HEIGHT;
        double middle = valuesTop + (bottom - valuesTop - HEADING) * SHARE_OF_VALUES;
        PlotPanel upper = PlotPanel.of(values, palette, valuesTop, middle);
        PlotPanel lower = PlotPanel.of(ranges, palette, middle + HEADING, bottom);
        double left = LEFT + Math.max(upper.leftWidth(), lower.leftWidth());
        double right = Picture.WIDTH - RIGHT - Math.max(upper.rightWidth(), lower.rightWidth());
        Box upperPlot = new Box(left, valuesTop, right - left, middle - valuesTop);
        Box lowerPlot = new Box(left, middle + HEADING, right - left, bottom - middle - HEADING);
        TimeAxis axis = TimeAxis.of(chart);
        Across across = Across.of(axis, upperPlot);
        PhaseStrip phases = new PhaseStrip(chart, palette, across);
        upper.drawBands(canvas, upperPlot, across);
        lower.drawBands(canvas, lowerPlot, across);
        phases.drawBaseline(canvas, upperPlot);
        upper.drawAxis(canvas, upperPlot);
        lower.drawAxis(canvas, lowerPlot);
        phases.drawBoundaries(canvas, upperPlot, lowerPlot);
        phases.drawLabels(canvas, upperPlot);
        AxisLabels below = new AxisLabels(axis, palette);
        below.draw(canvas, lowerPlot);
        below.name(canvas, lowerPlot, text.timeName(), Picture.WIDTH - RIGHT);
        upper.drawSeries(canvas, upperPlot, across);
        lower.drawSeries(canvas, lowerPlot, across);
        upper.drawNames(canvas, upperPlot);
        lower.drawNames(canvas, lowerPlot);
        heading(canvas, text.valueName(), "individual values", valuesTop - strip);
        heading(canvas, "Moving range", "change from point to point", middle + HEADING);
        empty(canvas, upperPlot, lowerPlot);
    }

    private void heading(Canvas canvas, String name, String what, double top) {
        Face strong = new Face(11, true, palette.text());
        Face muted = new Face(9.5, palette.mutedText());
        String fitted = Typeface.fitted(name, strong, 420);
        canvas.text(fitted, LEFT, top - 12, strong, Align.START);
        double after = fitted.isEmpty() ? LEFT : LEFT + Typeface.width(fitted, strong) + 8;
        canvas.text(what, after, top - 12, muted, Align.START);
    }

    private void empty(Canvas canvas, Box upper, Box lower) {
        Face face = new Face(11, palette.mutedText());
        if (chart.size() == 0) {
            middle(canvas, "There are no points to chart.", upper, face);
        }
        if (chart.size() < 2) {
            middle(canvas, "A moving range needs two points.", lower, face);
        }
    }

    private static void middle(Canvas canvas, String words, Box plot, Face face) {
        double x = plot.x() + plot.width() / 2;
        canvas.text(words, x, plot.y() + plot.height() / 2, face, Align.MIDDLE);
    }

    private void foot(Canvas canvas, double room) {
        Face face = new Face(8.5, palette.mutedText());
        String method = String.join("  ·  ", new Notes(chart).method());
        double y = Picture.HEIGHT - FOOT + 4;
        canvas.text(Typeface.fitted(method, face, room), LEFT, y, face, Align.START);
        canvas.line(LEFT, y - 13, Picture.WIDTH - RIGHT, y - 13, new Pen(palette.grid(), 0.5));
    }
}
