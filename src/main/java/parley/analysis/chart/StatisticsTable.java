package parley.analysis.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Canvas.Pen;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.Limits;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions.Centre;
import parley.analysis.xmr.XmrOptions.Dispersion;

/// The figures of a chart in two columns: the limits, and the values.
record StatisticsTable(XmrChart chart, Palette palette) {
    private static final double ROW = 20.5;
    private static final double SIZE = 10;
    private static final double GAP = 24;

    /// A line of the table.
    private record Row(String name, String figure) {}

    void draw(Canvas canvas, Box box) {
        double half = (box.width() - GAP) / 2;
        column(canvas, limits(), new Box(box.x(), box.y(), half, box.height()));
        column(canvas, values(), new Box(box.x() + half + GAP, box.y(), half, box.height()));
        Face face = new Face(8.5, palette.mutedText());
        List<String> method = new ArrayList<>(new Notes(chart).method());
        method.removeFirst();
        canvas.text(
                Typeface.fitted(String.join("  ·  ", method), face, box.width()),
                box.x(),
                box.bottom() - 2,
                face,
                Align.START);
    }

    private void column(Canvas canvas, List<Row> rows, Box box) {
        Face name = new Face(SIZE, palette.mutedText());
        Face figure = new Face(SIZE, true, palette.text());
        double y = box.y() + 10;
        for (Row row : rows) {
            canvas.text(row.name(), box.x(), y, name, Align.START);
            double room = box.width() - Typeface.width(row.name(), name) - 8;
            String fitted = Typeface.fitted(row.figure(), figure, room);
            canvas.text(fitted, box.right(), y, figure, Align.END);
            canvas.line(box.x(), y + 5, box.right(), y + 5, new Pen(palette.grid(), 0.5));
            y += ROW;
        }
    }

    private List<Row> limits() {
        if (chart.phases().isEmpty()) {
            return List.of(new Row("Points", "0"));
        }
        Limits limits = chart.limitsAt(chart.size() - 1);
        NumberForm form = NumberForm.spread(5_000, limits.lower(), limits.upper(), limits.centre());
        NumberForm ranges = NumberForm.spread(5_000, 0, limits.upperRange());
        boolean isMean = chart.options().dispersion() == Dispersion.MEAN_RANGE;
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Upper limit", form.write(limits.upper())));
        rows.add(new Row("Upper quartile line", form.write(limits.upperQuartile())));
        rows.add(
                new Row(
                        chart.options().centre() == Centre.MEAN ? "Mean" : "Median",
                        form.write(limits.centre())));
        rows.add(new Row("Lower quartile line", form.write(limits.lowerQuartile())));
        rows.add(new Row("Lower limit", form.write(limits.lower())));
        rows.add(
                new Row(
                        isMean ? "Mean moving range" : "Median moving range",
                        ranges.write(limits.averageRange())));
        rows.add(new Row("Upper range limit", ranges.write(limits.upperRange())));
        int phases = chart.phases().size();
        rows.add(
                new Row(
                        phases == 1 ? "Limits from" : "Limits of phase " + phases + ", from",
                        Notes.count(chart.phases().getLast().basis(), "value")));
        return rows;
    }

    private List<Row> values() {
        double[] values =
                IntStream.range(0, chart.size())
                        .mapToDouble(chart::value)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (values.length == 0) {
            return List.of();
        }
        long ranges =
                IntStream.range(0, chart.size())
                        .filter(i -> Double.isFinite(chart.range(i)))
                        .count();
        double least = values[0];
        double greatest = values[values.length - 1];
        NumberForm form = NumberForm.spread(2_000, least, greatest);
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Math.sqrt(Histogram.variance(values));
        return List.of(
                new Row("Points", "%,d".formatted(chart.size())),
                new Row("Moving ranges", "%,d".formatted(ranges)),
                new Row("Greatest value", form.write(greatest)),
                new Row("Mean of all values", form.write(mean)),
                new Row("Median of all values", form.write(Histogram.quantile(values, 0.5))),
                new Row("Least value", form.write(least)),
                new Row(
                        "Standard deviation",
                        values.length < 2
                                ? "–"
                                : NumberForm.of(deviation, deviation / 1_000).write(deviation)),
                new Row("Signals", "%,d".formatted(chart.signals().length)));
    }
}
