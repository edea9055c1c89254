package parley.analysis.chart.canvas;

import java.util.List;

/// The shapes of points: each can be told from the others without colour, and at a small size.
public enum Marker {
    DISC(List.of(regular(32, 1, 0))),
    RING(List.of(regular(32, 1.12, 0), reversed(regular(32, 0.55, 0)))),
    DIAMOND(List.of(regular(4, 1.3, 0.25))),
    SQUARE(List.of(regular(4, 1.27, 0.125))),
    TRIANGLE(List.of(regular(3, 1.4, 0.25))),
    STAR(List.of(star(5, 1.45, 0.6))),
    CROSS(List.of(turned(plus(1.25, 0.42), 0.125))),
    PLUS(List.of(plus(1.3, 0.42))),
    HOURGLASS(List.of(new double[] {-1.1, -1.15, 1.1, -1.15, -1.1, 1.15, 1.1, 1.15}));

    // Nobody changes them; their type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<double[]> outlines;

    Marker(List<double[]> outlines) {
        this.outlines = outlines;
    }

    /// The closed outlines for a radius of 1, each as x, y, x, y, …; what winds once is filled.
    List<double[]> outlines() {
        return outlines;
    }

    /// @param turn the angle of the first corner, in whole turns; y grows downwards
    private static double[] regular(int corners, double radius, double turn) {
        double[] outline = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            put(outline, i, radius, turn + (double) i / corners);
        }
        return outline;
    }

    private static double[] star(int points, double outer, double inner) {
        double[] outline = new double[4 * points];
        for (int i = 0; i < 2 * points; i++) {
            put(outline, i, i % 2 == 0 ? outer : inner, 0.25 + (double) i / (2 * points));
        }
        return outline;
    }

    private static void put(double[] outline, int index, double radius, double turn) {
        outline[2 * index] = radius * Math.cos(2 * Math.PI * turn);
        outline[2 * index + 1] = -radius * Math.sin(2 * Math.PI * turn);
    }

    private static double[] plus(double arm, double half) {
        return new double[] {
            -half, -arm, half, -arm, half, -half, arm, -half, arm, half, half, half, half, arm,
            -half, arm, -half, half, -arm, half, -arm, -half, -half, -half
        };
    }

    private static double[] turned(double[] outline, double turns) {
        double cos = Math.cos(2 * Math.PI * turns);
        double sin = Math.sin(2 * Math.PI * turns);
        double[] turned = new double[outline.length];
        for (int i = 0; i < outline.length; i += 2) {
            turned[i] = outline[i] * cos - outline[i + 1] * sin;
            turned[i + 1] = outline[i] * sin + outline[i + 1] * cos;
        }
        return turned;
    }

    private static double[] reversed(double[] outline) {
        double[] reversed = new double[outline.length];
        for (int i = 0; i < outline.length; i += 2) {
            reversed[i] = outline[outline.length - 2 - i];
            reversed[i + 1] = outline[outline.length - 1 - i];
        }
        return reversed;
    }
}
