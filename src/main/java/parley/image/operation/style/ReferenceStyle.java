package parley.image.operation.style;

import parley.image.pixel.GuidedFilter;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Gives a picture the colours, the contrast and the grain of another.
///
/// Colours are moved as [ColourTransport] and [OrderedLightness] say; where structure is to stay,
/// neighbours of the same lightness move alike, by the filter of He et al. ([GuidedFilter]) over
/// the moves, as in Rabin, Delon and Gousseau, "Removing artefacts from color and contrast
/// modifications", IEEE TIP 2011.
public final class ReferenceStyle {
    /// The variance of lightness that is no edge.
    private static final double NO_EDGE = 20;

    /// The same where no structure is to stay: noise.
    private static final double LEAST_EDGE = 0.5;

    /// Even where no structure is to stay, noise is not torn apart.
    private static final double LEAST_SMOOTH = 0.1;

    private final Picture picture;
    private final LabPlanes lab;
    private final Picture reference;

    public ReferenceStyle(Picture picture, Picture reference) {
        this.picture = picture;
        this.lab = LabPlanes.of(picture);
        this.reference = reference;
    }

    /// @param strength how far colours go: 0 to 1
    /// @param structure how much of the picture's structure stays: 0 to 1
    public Picture transferred(double strength, double structure, Flavour flavour) {
        if (strength <= 0) {
            return picture;
        }
        LabPlanes referenceLab = LabPlanes.of(reference);
        LabPlanes target = moved(referenceLab, structure);
        if (flavour.texture()) {
            target =
                    new LabPlanes(
                            Bands.matched(
                                    target.lightness(), referenceLab.lightness(), 1 - structure),
                            target.a(),
                            target.b());
        }
        flavour.apply(target);
        return between(target, (float) strength).picture(picture);
    }

    private LabPlanes moved(LabPlanes referenceLab, double structure) {
        ColourCloud own = ColourCloud.of(picture, lab);
        ColourCloud others = ColourCloud.of(reference, referenceLab);
        OrderedLightness ordered = OrderedLightness.of(own, others, structure);
        Plane kept = ordered.moves(lab.lightness());
        LabPlanes moves = ColourTransport.between(own, others).moves(lab);
        Plane lightness = between(moves.lightness(), kept, (float) Math.min(1, 2 * structure));
        return new LabPlanes(
                sum(lab.lightness(), regular(lightness, structure)),
                sum(lab.a(), regular(moves.a(), structure)),
                sum(lab.b(), regular(moves.b(), structure)));
    }

    private Plane regular(Plane moves, double structure) {
        int shorter = Math.min(lab.width(), lab.height());
        double wide = Math.max(LEAST_SMOOTH, structure);
        int radius = (int) Math.round(shorter * 0.02 * wide);
        return radius < 1
                ? moves
                : GuidedFilter.smooth(
                        lab.lightness(), moves, radius, LEAST_EDGE + NO_EDGE * structure);
    }

    private static Plane sum(Plane one, Plane other) {
        Plane sum = Plane.empty(one.width(), one.height());
        Rows.each(
                one.height(),
                y -> {
                    for (int i = y * one.width(); i < (y + 1) * one.width(); i++) {
                        sum.values()[i] = one.values()[i] + other.values()[i];
                    }
                });
        return sum;
    }

    private LabPlanes between(LabPlanes target, float part) {
        return new LabPlanes(
                between(lab.lightness(), target.lightness(), part),
                between(lab.a(), target.a(), part),
                between(lab.b(), target.b(), part));
    }

    private static Plane between(Plane from, Plane to, float part) {
        Plane made = Plane.empty(from.width(), from.height());
        Rows.each(
                from.height(),
                y -> {
                    for (int i = y * from.width(); i < (y + 1) * from.width(); i++) {
                        made.values()[i] =
                                from.values()[i] + part * (to.values()[i] - from.values()[i]);
                    }
                });
        return made;
    }
}
