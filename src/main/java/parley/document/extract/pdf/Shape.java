package parley.document.extract.pdf;

/// The box around the path that is being drawn. Browsers draw the marks of lists and do not write
/// them.
final class Shape {
    // In points: the least and the largest mark of a list.
    private static final double LEAST = 1.2;
    private static final double LARGEST = 9;
    private static final double SQUARE = 1.25;

    private double left = Double.POSITIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        low = Math.min(low, y);
        high = Math.max(high, y);
    }

    void clear() {
        left = Double.POSITIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        right = Double.NEGATIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
    }

    /// Whether it is small and about as wide as it is high.
    boolean isMark() {
        double width = right - left;
        double height = high - low;
        return width >= LEAST
                && height >= LEAST
                && width <= LARGEST
                && height <= LARGEST
                && width <= SQUARE * height
                && height <= SQUARE * width;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double low() {
        return low;
    }

    double height() {
        return high - low;
    }
}
