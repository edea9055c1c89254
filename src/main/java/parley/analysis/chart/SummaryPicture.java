package parley.analysis.chart;

import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.XmrChart;

/// Four panels: the values over time; beside it, on the same scale, how they are distributed; their
/// statistics; and whether the process is stable.
record SummaryPicture(XmrChart chart, ChartText text, Palette palette) {
    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double TOP = 74;
    private static final double HEADING = 20;
    private static final double MIDDLE = 322;
    private static final double SHARE_OF_SERIES = 0.62;

    void draw(Canvas canvas) {
        canvas.fill(new Box(0, 0, Picture.WIDTH, Picture.HEIGHT), palette.background());
        double room = Picture.WIDTH - 2 * MARGIN;
        Face title = new Face(19, true, palette.text());
        Face note = new Face(10.5, palette.mutedText());
        canvas.text(Typeface.fitted(text.title(), title, room), MARGIN, 38, title, Align.START);
        canvas.text(Typeface.fitted(subtitle(), note, room), MARGIN, 56, note, Align.START);
        upperPanels(canvas, room);
        Box lower = new Box(MARGIN, MIDDLE, room, Picture.HEIGHT - MIDDLE - 18);
        double half = (room - GAP) / 2;
        Box left = new Box(MARGIN, lower.y(), half, lower.height());
        Box right = new Box(MARGIN + half + GAP, lower.y(), half, lower.height());
        heading(canvas, "Statistics", left);
        new StatisticsTable(chart, palette).draw(canvas, left.inset(0, HEADING + 4, 0, 0));
        heading(canvas, "Stability", right);
        new VerdictPanel(chart, palette).draw(canvas, right.inset(0, HEADING + 4, 0, 0));
    }

    private String subtitle() {
        String cautions = String.join("  ", new Notes(chart).cautions());
        return text.note().isBlank() || cautions.isEmpty()
                ? text.note() + cautions
                : text.note() + "  ·  " + cautions;
    }

    private void upperPanels(Canvas canvas, double room) {
        double seriesWidth = (room - GAP) * SHARE_OF_SERIES;
        Box left = new Box(MARGIN, TOP, seriesWidth, MIDDLE - TOP - GAP);
        double x = MARGIN + seriesWidth + GAP;
        Box right = new Box(x, TOP, room - seriesWidth - GAP, left.height());
        heading(canvas, text.valueName(), left);
        boolean isSplit = chart.phases().size() > 1;
        heading(canvas, isSplit ? "Distribution, lines of the last phase" : "Distribution", right);
        PanelContent values = PanelContent.values(chart);
        double top = TOP + HEADING + 6;
        double bottom = left.bottom() - AxisLabels.HEIGHT;
        PlotPanel panel = PlotPanel.of(values, palette, top, bottom);
        Box plot =
                new Box(
                        left.x() + panel.leftWidth(),
                        top,
                        left.width() - panel.leftWidth(),
                        bottom - top);
        series(canvas, panel, plot);
        Box bars = new Box(x, top, right.width() - panel.rightWidth(), bottom - top);
        new Distribution(values, palette, panel).draw(canvas, bars);
    }

    private void series(Canvas canvas, PlotPanel panel, Box plot) {
        TimeAxis axis = TimeAxis.of(chart);
        Across across = Across.of(axis, plot);
        panel.drawBands(canvas, plot, across);
        panel.drawAxis(canvas, plot);
        new AxisLabels(axis, palette).draw(canvas, plot);
        panel.drawSeries(canvas, plot, across);
    }

    private void heading(Canvas canvas, String words, Box panel) {
        Face face = new Face(11.5, true, palette.text());
        canvas.text(
                Typeface.fitted(words, face, panel.width()),
                panel.x(),
                panel.y() + 11,
                face,
                Align.START);
        double y = panel.y() + 17;
        canvas.line(panel.x(), y, panel.right(), y, new Pen(palette.grid(), 1));
    }
}
