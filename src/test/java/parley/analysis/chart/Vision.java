package parley.analysis.chart;

/// How colours are seen: by most, and by those who lack one kind of cone (Machado, Oliveira and
/// Fernandes 2009, severity 1).
enum Vision {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
            1.051998),
    DEUTERANOPIA(
            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
            0.968881);

    // Nobody changes it; its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final double[] matrix;

    Vision(double... matrix) {
        this.matrix = matrix.clone();
    }

    /// How different two colours look: their distance in CIE L*a*b*.
    double difference(int one, int other) {
        double[] a = lab(seen(one));
        double[] b = lab(seen(other));
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    /// The ratio of luminances, as WCAG defines it.
    static double contrast(int one, int other) {
        double a = luminance(linear(one)) + 0.05;
        double b = luminance(linear(other)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private double[] seen(int colour) {
        double[] light = linear(colour);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += matrix[3 * row + column] * light[column];
            }
            seen[row] = Math.clamp(seen[row], 0.0, 1.0);
        }
        return seen;
    }

    private static double[] linear(int colour) {
        return new double[] {linearPart(colour >> 16), linearPart(colour >> 8), linearPart(colour)};
    }

    private static double linearPart(int part) {
        double share = (part & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double luminance(double[] light) {
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double[] lab(double[] light) {
        double x = cube((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.95047);
        double y = cube(luminance(light));
        double z = cube((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cube(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16.0 / 116;
    }

    private static double square(double number) {
        return number * number;
    }
}
