package parley.analysis.chart.canvas;

/// A part of a canvas, in points.
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /// What is left without a margin on each side.
    public Box inset(double left, double top, double right, double bottom) {
        return new Box(
                x + left,
                y + top,
                Math.max(1, width - left - right),
                Math.max(1, height - top - bottom));
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
