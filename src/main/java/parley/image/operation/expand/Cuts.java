package parley.image.operation.expand;

import parley.image.pixel.Interleaved;
import parley.image.pixel.Rows;

/// Moves the cuts between pieces to where they are seen least, and chooses the pieces at the
/// picture's edge, which is a cut that cannot move, by what they would go on with.
///
/// What a cut costs is from Kwatra, Schödl, Essa, Turk and Bobick, "Graphcut textures", SIGGRAPH
/// 2003: how much both pieces differ on both of its sides. It is lowered pixel by pixel, from what
/// the neighbours have: Besag, "On the statistical analysis of dirty pictures", 1986.
final class Cuts {
    private static final int SWEEPS = 8;

    /// Every cut costs at least as much as a difference of 1.5 levels in each channel.
    private static final float LEAST = 3 * (1.5f / 255) * (1.5f / 255);

    /// What a cut costs about whose other side nothing is known.
    private static final float UNKNOWN = 0.5f;

    /// How many pixels of the picture's edge a piece is compared with, and how much more they count
    /// than those beside other cuts.
    private static final int EDGE_DEPTH = 3;

    private static final float EDGE_WEIGHT = 1.5f;

    private final Frame frame;
    private final Interleaved source;
    private final int[] from;

    /// @param from for each pixel of the canvas the pixel of the picture it is taken from, or
    ///   [Pieces#NOT_MOVED]; changed in place
    Cuts(Frame frame, Interleaved source, int[] from) {
        this.frame = frame;
        this.source = source;
        this.from = from;
    }

    /// A chess board's one colour, then the other, so that rows need not wait for each other.
    void move() {
        for (int half = 0; half < 2 * SWEEPS; half++) {
            int colour = half & 1;
            Rows.each(
                    frame.height(),
                    y -> {
                        for (int x = (y + colour) & 1; x < frame.width(); x += 2) {
                            if (from[y * frame.width() + x] != Pieces.NOT_MOVED) {
                                choose(x, y);
                            }
                        }
                    });
        }
    }

    private void choose(int x, int y) {
        int at = y * frame.width() + x;
        int before = from[at];
        int best = before;
        float least = -1;
        for (int side = 0; side < 4; side++) {
            int offered = offered(x, y, dx(side), dy(side));
            if (offered == Pieces.NOT_MOVED || offered == before || offered == best) {
                continue;
            }
            if (least < 0) {
                least = cost(x, y, before, Float.MAX_VALUE);
            }
            float cost = cost(x, y, offered, least);
            if (cost < least) {
                least = cost;
                best = offered;
            }
        }
        from[at] = best;
    }

    private static int dx(int side) {
        return side == 0 ? -1 : side == 1 ? 1 : 0;
    }

    private static int dy(int side) {
        return side == 2 ? -1 : side == 3 ? 1 : 0;
    }

    /// Where a pixel comes from if the piece of its neighbour goes on to it.
    private int offered(int x, int y, int dx, int dy) {
        int neighbour = neighbour(x, y, dx, dy);
        if (neighbour < 0 || from[neighbour] == Pieces.NOT_MOVED) {
            return Pieces.NOT_MOVED;
        }
        int place = from[neighbour];
        return inside(place, -dx, -dy) ? place - dy * source.width() - dx : Pieces.NOT_MOVED;
    }

    private int neighbour(int x, int y, int dx, int dy) {
        int column = x + dx;
        int row = y + dy;
        return column < 0 || row < 0 || column >= frame.width() || row >= frame.height()
                ? -1
                : row * frame.width() + column;
    }

    private boolean inside(int place, int dx, int dy) {
        int x = place % source.width() + dx;
        int y = place / source.width() + dy;
        return x >= 0 && y >= 0 && x < source.width() && y < source.height();
    }

    /// What the cuts around a pixel cost if it comes from a place.
    ///
    /// @param most when it is more, any larger number may come back
    private float cost(int x, int y, int place, float most) {
        float sum = 0;
        for (int side = 0; side < 4 && sum < most; side++) {
            int dx = dx(side);
            int dy = dy(side);
            int neighbour = neighbour(x, y, dx, dy);
            if (neighbour >= 0) {
                sum +=
                        from[neighbour] == Pieces.NOT_MOVED
                                ? edgeCost(place, x + dx, y + dy, dx, dy)
                                : cutCost(place, from[neighbour], dx, dy);
            }
        }
        return sum;
    }

    private float cutCost(int here, int there, int dx, int dy) {
        int step = dy * source.width() + dx;
        boolean goesOn = inside(here, dx, dy);
        if (goesOn && here + step == there) {
            return 0;
        }
        boolean comesFrom = inside(there, -dx, -dy);
        if (!goesOn && !comesFrom) {
            return UNKNOWN;
        }
        float one = goesOn ? difference(here + step, there) : difference(there - step, here);
        float other = comesFrom ? difference(there - step, here) : one;
        return LEAST + one + other;
    }

    /// The picture's own last pixels, beside those that the piece would have had there.
    ///
    /// @param x of the picture's pixel, on the canvas
    private float edgeCost(int here, int x, int y, int dx, int dy) {
        int own = (y - frame.top()) * source.width() + x - frame.left();
        int step = dy * source.width() + dx;
        float sum = 0;
        float weights = 0;
        float weight = 1;
        for (int deep = 0; deep < EDGE_DEPTH; deep++) {
            if (!inside(here, (deep + 1) * dx, (deep + 1) * dy)
                    || !inside(own, deep * dx, deep * dy)) {
                break;
            }
            sum += weight * difference(here + (deep + 1) * step, own + deep * step);
            weights += weight;
            weight /= 2;
        }
        return weights == 0 ? UNKNOWN : 2 * EDGE_WEIGHT * sum / weights;
    }

    private float difference(int one, int other) {
        int depth = source.depth();
        float[] values = source.values();
        float squares = 0;
        for (int channel = 0; channel < depth; channel++) {
            float difference = values[one * depth + channel] - values[other * depth + channel];
            squares += difference * difference;
        }
        return squares;
    }
}
