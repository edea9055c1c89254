package parley.document.extract.pdf;

import parley.document.Block;

/// A block before the rest of its document is known: what is a heading, and what stands on every
/// page.
///
/// @param size of its letters in points; 0 where it does not matter
/// @param bold whether all of it is
/// @param lines how many it had
/// @param edge whether it stands apart at the top or the foot of its page
/// @param height where it stands, in points
record Draft(
        Block.Kind kind,
        String text,
        double size,
        boolean bold,
        int lines,
        Edge edge,
        double height) {
    /// Where on a page something stands apart.
    enum Edge {
        NONE,
        TOP,
        FOOT
    }

    static Draft of(Block.Kind kind, String text) {
        return new Draft(kind, text, 0, false, 1, Edge.NONE, 0);
    }

    Draft sized(double other) {
        return new Draft(kind, text, other, bold, lines, edge, height);
    }

    Draft as(Block.Kind other) {
        return new Draft(other, text, size, bold, lines, edge, height);
    }

    Draft saying(String other) {
        return new Draft(kind, other, size, bold, lines, edge, height);
    }
}
