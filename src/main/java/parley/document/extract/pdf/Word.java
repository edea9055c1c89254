package parley.document.extract.pdf;

/// Characters that stand together, and where.
///
/// @param visual its characters from left to right, as they are seen
/// @param spaced whether the content stream has a space before it
record Word(
        String visual,
        double left,
        double right,
        double baseline,
        double size,
        Face face,
        boolean spaced) {
    // The part of a line that letters fill nearly always; ascenders and descenders of close lines
    // may overlap.
    private static final double ABOVE = 0.65;
    private static final double BELOW = 0.15;

    double top() {
        return baseline - ABOVE * size;
    }

    double bottom() {
        return baseline + BELOW * size;
    }

    double width() {
        return right - left;
    }
}
