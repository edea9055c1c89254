package parley.image.operation.style.painted;

import parley.image.pixel.Mixing;

/// One stroke of a brush.
///
/// @param path its places, x and y of each, one after another
/// @param order when it is painted, by chance
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record BrushStroke(float[] path, float radius, float[] colour, long order) {
    private static final int BRISTLES = 16;

    /// Where a stroke begins to run dry, as a part of its length, and where it is dry.
    private static final float WET = 0.75f;

    private static final float DRY = 1.15f;

    /// How much earlier or later a bristle may run dry.
    private static final float EARLIER = 0.15f;

    int places() {
        return path.length / 2;
    }

    float left() {
        return least(0) - radius;
    }

    float top() {
        return least(1) - radius;
    }

    float right() {
        return most(0) + radius;
    }

    float bottom() {
        return most(1) + radius;
    }

    private float least(int axis) {
        float least = Float.MAX_VALUE;
        for (int k = axis; k < path.length; k += 2) {
            least = Math.min(least, path[k]);
        }
        return least;
    }

    private float most(int axis) {
        float most = -Float.MAX_VALUE;
        for (int k = axis; k < path.length; k += 2) {
            most = Math.max(most, path[k]);
        }
        return most;
    }

    /// How thick each bristle lays the paint, and after that where each runs dry: 0 to 1.
    float[] bristles() {
        float[] bristles = new float[2 * BRISTLES];
        for (int k = 0; k < bristles.length; k++) {
            bristles[k] = Mixing.unit(order, k, 8);
        }
        return bristles;
    }

    /// Which bristle passes at this distance from the middle of the path.
    int bristle(float side) {
        return (int) Math.floor(side / Math.max(0.9f, radius / 7)) + BRISTLES / 2 & BRISTLES - 1;
    }

    /// How much of what lies beneath the paint covers: 0 to 1.
    ///
    /// @param along how many places of the path lie behind
    float cover(float[] bristles, int bristle, float away, float along) {
        float part = along / places();
        float run = bristles[BRISTLES + bristle] - 0.5f;
        float dry = part < WET - EARLIER ? 0 : Tones.step(WET, DRY, part + 2 * EARLIER * run);
        float edge = away < radius - 1.3f ? 1 : 1 - Tones.step(radius - 1.3f, radius, away);
        return edge * (1 - 0.75f * dry) * (0.80f + 0.20f * bristles[bristle]);
    }

    /// How thick the paint lies.
    float thickness(float mark, float away) {
        float round = 1 - away * away / (radius * radius);
        return 0.45f * mark + 0.75f * (float) Math.sqrt(Math.max(0, round));
    }
}
