package parley.document.extract.pdf;

/// A rectangle of a page, in points; downwards is positive.
record Frame(double left, double top, double right, double bottom) {
    static final Frame NONE =
            new Frame(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    /// The smallest that holds the point too.
    Frame with(double x, double y) {
        return new Frame(
                Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    double height() {
        return bottom - top;
    }
}
