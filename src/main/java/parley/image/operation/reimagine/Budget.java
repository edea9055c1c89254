package parley.image.operation.reimagine;

import parley.image.ImageWish.Imagination;

/// How far a variation may go: a band of each distance for each step of imagination. The bands do
/// not touch, so that more imagination always goes further.
///
/// @param colour what [Distances#colour] should be
/// @param structure what [Distances#structure] should be
/// @param mostFlow how far things may flow, in parts of the longer side
/// @param weather how much of what falls from the sky is drawn
/// @param stroke the radius of strokes of a brush, in parts of the longer side
record Budget(double colour, double structure, double mostFlow, double weather, double stroke) {

    /// @param chance where inside the bands this variation lies
    static Budget of(Imagination imagination, Chance chance, Steering steering) {
        boolean painted = steering.wants(Motif.OIL) || steering.wants(Motif.WATERCOLOUR);
        return switch (imagination) {
            case SUBTLE ->
                    new Budget(
                            chance.between(60, 4.2, 5.6),
                            chance.between(61, 0.05, 0.08),
                            0.004,
                            0.55,
                            painted ? 0.005 : 0);
            case VIVID ->
                    new Budget(
                            chance.between(60, 9, 11.5),
                            chance.between(61, 0.22, 0.3),
                            0.006,
                            0.8,
                            painted ? 0.007 : chance.at(62) < 0.35 ? 0.0035 : 0);
            case WILD ->
                    new Budget(
                            chance.between(60, 16, 20),
                            chance.between(61, 0.55, 0.65),
                            0.04,
                            1,
                            painted ? 0.01 : chance.at(62) < 0.6 ? 0.006 : 0);
        };
    }
}
