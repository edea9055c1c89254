package parley.analysis.chart;

import parley.analysis.chart.PanelContent.Stretch;
import parley.analysis.chart.canvas.Box;

/// Where points are from left to right, in points of the canvas.
///
/// @param x of each point
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record Across(double[] x) {
    /// The room between the frame and the first and the last point.
    private static final double MARGIN = 9;

    static Across of(TimeAxis axis, Box plot) {
        double[] x = new double[axis.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = place(plot, axis.share(i));
        }
        return new Across(x);
    }

    static double place(Box plot, double share) {
        return plot.x() + MARGIN + share * (plot.width() - 2 * MARGIN);
    }

    /// Where a stretch begins: half-way from the point before it.
    double left(Stretch stretch, Box plot) {
        return before(stretch.from(), plot);
    }

    double right(Stretch stretch, Box plot) {
        return before(stretch.to() + 1, plot);
    }

    /// Half-way between a point and the one before it; the frame where one of them is missing.
    double before(int index, Box plot) {
        if (index <= 0) {
            return plot.x();
        }
        return index >= x.length ? plot.right() : (x[index - 1] + x[index]) / 2;
    }

    /// How far the points are apart, on average.
    double spacing() {
        return x.length < 2 ? Double.MAX_VALUE : (x[x.length - 1] - x[0]) / (x.length - 1);
    }
}
