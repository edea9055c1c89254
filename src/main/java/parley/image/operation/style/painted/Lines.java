package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// A picture's edges as drawn lines. Source: Winnemöller, "XDoG: advanced image stylization with
/// extended difference-of-Gaussians", NPAR 2011; smoothed along the flow as in Kang, Lee and Chui,
/// "Coherent line drawing", NPAR 2007.
final class Lines {
    private static final double WIDER = 1.6;

    private Lines() {}

    /// How the lines are drawn.
    ///
    /// @param sigma their width, in pixels
    /// @param sharpness how much edges count beside the lightness: above 0
    /// @param threshold lightness from which on paper stays white: 0 to 1
    /// @param hardness of the change between black and white
    /// @param length how far they are smoothed along the flow, in pixels
    record Hand(double sigma, double sharpness, double threshold, double hardness, int length) {}

    /// 0 for ink to 1 for paper.
    static Plane drawn(Plane luma, EdgeFlow flow, Hand hand) {
        Plane fine = Blur.gaussian(luma, hand.sigma());
        Plane coarse = Blur.gaussian(luma, hand.sigma() * WIDER);
        Plane difference = Plane.empty(luma.width(), luma.height());
        for (int i = 0; i < difference.values().length; i++) {
            difference.values()[i] =
                    (float)
                            ((1 + hand.sharpness()) * fine.values()[i]
                                    - hand.sharpness() * coarse.values()[i]);
        }
        Plane smooth = hand.length() > 0 ? flow.along(difference, hand.length()) : difference;
        Plane drawn = Plane.empty(luma.width(), luma.height());
        Rows.each(
                luma.height(),
                y -> {
                    for (int i = y * luma.width(); i < (y + 1) * luma.width(); i++) {
                        double below = smooth.values()[i] - hand.threshold();
                        drawn.values()[i] =
                                below >= 0 ? 1 : (float) (1 + Math.tanh(hand.hardness() * below));
                    }
                });
        return drawn;
    }

    /// Only edges, whatever the lightness: 0 for ink to 1 for paper.
    static Plane edges(Plane luma, EdgeFlow flow, double sigma, float least, int length) {
        Plane fine = Blur.gaussian(luma, sigma);
        Plane coarse = Blur.gaussian(luma, sigma * WIDER);
        Plane difference = Plane.empty(luma.width(), luma.height());
        for (int i = 0; i < difference.values().length; i++) {
            difference.values()[i] = fine.values()[i] - coarse.values()[i];
        }
        Plane smooth = flow.along(difference, length);
        Plane drawn = Plane.empty(luma.width(), luma.height());
        for (int i = 0; i < drawn.values().length; i++) {
            drawn.values()[i] = 1 - Tones.step(least, 3 * least, -smooth.values()[i]);
        }
        return drawn;
    }
}
