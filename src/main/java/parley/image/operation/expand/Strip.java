package parley.image.operation.expand;

import parley.image.pixel.Interleaved;
import parley.image.pixel.Plane;

/// One channel of a picture beside one of its edges, turned so that the edge is the first column
/// and rows lead inwards.
final class Strip {
    /// The edges of a picture.
    enum Edge {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }

    private Strip() {}

    /// @param depth how many pixels from the edge inwards; fewer if the picture has fewer
    static Plane of(Interleaved source, Edge edge, int channel, int depth) {
        boolean lies = edge == Edge.TOP || edge == Edge.BOTTOM;
        int length = lies ? source.width() : source.height();
        int deep = Math.min(depth, lies ? source.height() : source.width());
        Plane strip = Plane.empty(deep, length);
        for (int along = 0; along < length; along++) {
            for (int inward = 0; inward < deep; inward++) {
                int place = place(source, edge, along, inward);
                strip.set(inward, along, source.values()[place * source.depth() + channel]);
            }
        }
        return strip;
    }

    private static int place(Interleaved source, Edge edge, int along, int inward) {
        int width = source.width();
        return switch (edge) {
            case LEFT -> along * width + inward;
            case RIGHT -> along * width + width - 1 - inward;
            case TOP -> inward * width + along;
            case BOTTOM -> (source.height() - 1 - inward) * width + along;
        };
    }
}
