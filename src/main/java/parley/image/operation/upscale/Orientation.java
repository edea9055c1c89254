package parley.image.operation.upscale;

/// The eight ways to lay a square on itself. A picture's surroundings are laid so that their edges
/// run in one eighth of all directions; what is learned there holds for all, and a mirrored picture
/// gives the mirrored result.
///
/// An orientation is a number, 0 to 7: how what was laid that way goes back into the picture.
final class Orientation {
    static final int COUNT = 8;
    static final int FLIP_X = 1;
    static final int FLIP_Y = 2;
    static final int HALF_TURN = FLIP_X | FLIP_Y;
    static final int TRANSPOSE = 4;

    private Orientation() {}

    /// How far right in the picture something lies that was laid at `u`, `v`.
    static int x(int orientation, int u, int v) {
        int x = (orientation & TRANSPOSE) != 0 ? v : u;
        return (orientation & FLIP_X) != 0 ? -x : x;
    }

    /// How far down in the picture something lies that was laid at `u`, `v`.
    static int y(int orientation, int u, int v) {
        int y = (orientation & TRANSPOSE) != 0 ? u : v;
        return (orientation & FLIP_Y) != 0 ? -y : y;
    }

    /// Which quarter of a pixel (0 to 3, row by row) something becomes that was laid as this one.
    static int phase(int orientation, int phase) {
        int u = (phase & 1) * 2 - 1;
        int v = (phase >> 1) * 2 - 1;
        return (x(orientation, u, v) + 1) / 2 + (y(orientation, u, v) + 1);
    }
}
