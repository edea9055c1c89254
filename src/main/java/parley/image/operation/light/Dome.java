package parley.image.operation.light;

import parley.image.pixel.Plane;

/// Blows a flat shape up into a body: a disc becomes half a ball.
///
/// The square of the height solves Poisson's equation with 0 outside the shape, as in Johnston,
/// "Lumo: illumination for cel animation", NPAR 2002, and Sýkora et al., "Ink-and-ray", ACM TOG 33
/// (2014); successive over-relaxation solves it.
final class Dome {
    private static final int ROUNDS = 160;
    private static final float TALL = 4;

    private Dome() {}

    /// @param shape 0 to 1
    /// @return heights in pixels
    static Plane over(Plane shape) {
        int width = shape.width();
        int height = shape.height();
        Plane square = Plane.empty(width, height);
        float[] values = square.values();
        double relaxation = 2 / (1 + Math.PI / Math.max(width, height));
        for (int round = 0; round < ROUNDS; round++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    float inside = shape.values()[i];
                    if (inside < 0.02f) {
                        continue;
                    }
                    float around =
                            values[y * width + Math.max(0, x - 1)]
                                    + values[y * width + Math.min(width - 1, x + 1)]
                                    + values[Math.max(0, y - 1) * width + x]
                                    + values[Math.min(height - 1, y + 1) * width + x];
                    // What is half outside is held down in proportion.
                    float goal = (around + TALL * inside) / (4 + 8 * (1 - inside));
                    values[i] += (float) (relaxation * (goal - values[i]));
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sqrt(Math.max(0, values[i]));
        }
        return square;
    }
}
