package parley.image.operation.style;

import parley.image.pixel.GuidedFilter;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Gives a picture the colours, the contrast and the grain of another.
///
/// Colours are moved as [ColourTransport] says; where structure is to stay, neighbours of the same
/// lightness move alike, by the filter of He et al. ([GuidedFilter]) over the moves, as in Rabin,
/// Delon and Gousseau, "Removing artefacts from color and contrast modifications", IEEE TIP 2011.
public final class ReferenceStyle {
    /// The variance of lightness that is no edge.
    private static final double NO_EDGE = 20;

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
        LabPlanes target = moved(lab, referenceLab, structure);
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

    /// The colours moved freely; or, the more structure is to stay, lightness by one curve, which
    /// keeps its order, then by a straight line, and colour by what then is missing.
    private LabPlanes moved(LabPlanes from, LabPlanes referenceLab, double structure) {
        ColourCloud others = ColourCloud.of(reference, referenceLab);
        LabPlanes moves = moves(from, others);
        if (structure < 0.02) {
            return new LabPlanes(
                    sum(from.lightness(), moves.lightness()),
                    sum(from.a(), moves.a()),
                    sum(from.b(), moves.b()));
        }
        float ordered = (float) Math.min(1, 2 * structure);
        Plane free = sum(from.lightness(), regular(moves.lightness(), structure));
        Plane kept = ordered(from, referenceLab, others, (float) structure);
        LabPlanes lit = new LabPlanes(between(free, kept, ordered), from.a(), from.b());
        LabPlanes rest = moves(lit, others);
        return new LabPlanes(
                lit.lightness(),
                sum(from.a(), regular(rest.a(), structure)),
                sum(from.b(), regular(rest.b(), structure)));
    }

    private LabPlanes moves(LabPlanes from, ColourCloud others) {
        return ColourTransport.between(ColourCloud.of(picture, from), others).moves(from);
    }

    /// Lightness with the distribution of the reference's, and partly only with its mean and
    /// deviation, as in Reinhard, Ashikhmin, Gooch and Shirley, "Color transfer between images",
    /// 2001.
    private Plane ordered(
            LabPlanes from, LabPlanes referenceLab, ColourCloud others, float structure) {
        ColourCloud own = ColourCloud.of(picture, from);
        Plane curve = ColourTransport.straight(own, others).moves(from).lightness();
        double[] here = meanAndDeviation(from.lightness());
        double[] there = meanAndDeviation(referenceLab.lightness());
        float gain = (float) Math.clamp(there[1] / Math.max(1, here[1]), 0.3, 3);
        Plane line = Plane.empty(from.width(), from.height());
        for (int i = 0; i < line.values().length; i++) {
            float value = from.lightness().values()[i];
            line.values()[i] = Math.clamp((float) (there[0] + gain * (value - here[0])), 0, 100);
        }
        return between(sum(from.lightness(), curve), line, 0.6f * structure);
    }

    private static double[] meanAndDeviation(Plane plane) {
        double sum = 0;
        double squares = 0;
        for (float value : plane.values()) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / plane.values().length;
        return new double[] {
            mean, Math.sqrt(Math.max(0, squares / plane.values().length - mean * mean))
        };
    }

    private Plane regular(Plane moves, double structure) {
        int shorter = Math.min(lab.width(), lab.height());
        int radius = Math.max(1, (int) Math.round(shorter * 0.02 * structure));
        return GuidedFilter.smooth(lab.lightness(), moves, radius, NO_EDGE * structure);
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
