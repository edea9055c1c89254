package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// A picture's edges as drawn lines. Source: Winnemöller, "XDoG: advanced image stylization with
/// extended difference-of-Gaussians", NPAR 2011; smoothed along the flow as in Kang, Lee and Chui,
/// "Coherent line drawing", NPAR 2007.
///
/// They are found on the draft and are cut from paper in the picture's own size, so that they are
/// crisp in any.
final class Lines {
    private static final double WIDER = 1.6;

    private Lines() {}

    /// How the lines are drawn.
    ///
    /// @param sigma their width, in pixels of the draft
    /// @param sharpness how much edges count beside the lightness: above 0
    /// @param threshold lightness from which on paper stays white: 0 to 1
    /// @param hardness of the change between black and white
    /// @param length how far they are smoothed along the flow, in pixels of the draft
    record Hand(double sigma, double sharpness, double threshold, double hardness, int length) {}

    /// What becomes of a difference of two Gaussians.
    private interface Cut {
        float at(float difference);
    }

    /// 0 for ink to 1 for paper.
    ///
    /// @param luma of the subject's draft
    static Plane drawn(Subject subject, Plane luma, EdgeFlow flow, Hand hand) {
        double sharp = hand.sharpness();
        Plane difference = difference(luma, hand.sigma(), 1 + sharp, sharp);
        Plane smooth = hand.length() > 0 ? flow.along(difference, hand.length()) : difference;
        return cut(
                subject.enlarged(smooth),
                value -> {
                    double below = value - hand.threshold();
                    return below >= 0 ? 1 : (float) (1 + Math.tanh(hand.hardness() * below));
                });
    }

    /// Only edges, whatever the lightness: 0 for ink to 1 for paper.
    ///
    /// @param luma of the subject's draft
    static Plane edges(
            Subject subject, Plane luma, EdgeFlow flow, double sigma, float least, int length) {
        Plane smooth = flow.along(difference(luma, sigma, 1, 1), length);
        return cut(subject.enlarged(smooth), value -> 1 - Tones.step(least, 3 * least, -value));
    }

    private static Plane difference(Plane luma, double sigma, double more, double less) {
        Plane fine = Blur.gaussian(luma, sigma);
        Plane coarse = Blur.gaussian(luma, sigma * WIDER);
        Plane difference = Plane.empty(luma.width(), luma.height());
        Rows.each(
                luma.height(),
                y -> {
                    for (int i = y * luma.width(); i < (y + 1) * luma.width(); i++) {
                        difference.values()[i] =
                                (float) (more * fine.values()[i] - less * coarse.values()[i]);
                    }
                });
        return difference;
    }

    private static Plane cut(Plane smooth, Cut cut) {
        Plane made = Plane.empty(smooth.width(), smooth.height());
        Rows.each(
                smooth.height(),
                y -> {
                    for (int i = y * smooth.width(); i < (y + 1) * smooth.width(); i++) {
                        made.values()[i] = cut.at(smooth.values()[i]);
                    }
                });
        return made;
    }
}
