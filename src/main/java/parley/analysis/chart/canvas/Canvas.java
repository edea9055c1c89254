package parley.analysis.chart.canvas;

/// A surface to draw on. All lengths are points (1/72 inch) from the top left corner; colours are
/// `0xRRGGBB` and cover what is below them. Nothing drawn is ever an error: what is not a number or
/// lies outside is not seen.
public interface Canvas {
    /// How many pixels a point is wide, so that nobody draws what cannot be seen.
    double pixelsPerPoint();

    void fill(Box box, int colour);

    void line(double x1, double y1, double x2, double y2, Pen pen);

    /// A line through the first `count` places.
    void polyline(double[] x, double[] y, int count, Pen pen);

    /// What the first `count` places enclose.
    void area(double[] x, double[] y, int count, int colour);

    /// The same marker at the first `count` places.
    void marks(Marker marker, double[] x, double[] y, int count, double radius, int colour);

    /// One line of text, whatever is in it. What the font lacks is a box.
    ///
    /// @param y of the line that letters stand on
    void text(String text, double x, double y, Face face, Align align);

    /// Draws so that nothing outside the box changes.
    void clipped(Box box, Runnable drawing);

    /// Which end of a text its place is.
    enum Align {
        START,
        MIDDLE,
        END
    }

    /// How a line is drawn.
    ///
    /// @param dash how long dashes and the gaps between them are; 0 for a line without gaps
    record Pen(int colour, double width, double dash) {
        public Pen(int colour, double width) {
            this(colour, width, 0);
        }
    }

    /// How text is drawn.
    ///
    /// @param strong whether it is heavier than the rest
    record Face(double size, boolean strong, int colour) {
        public Face(double size, int colour) {
            this(size, false, colour);
        }
    }
}
