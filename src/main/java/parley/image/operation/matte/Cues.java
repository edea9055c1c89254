package parley.image.operation.matte;

import java.util.List;
import java.util.Optional;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// What can be said of each pixel on its own, before regions are looked at.
///
/// @param hints what may speak for the subject, each about 0 to 1
/// @param texture what the surface is like, each of about the same spread
/// @param fit how much of the frame of the picture a smooth background explains: 0 to 1
record Cues(List<Plane> hints, List<Plane> texture, float fit) {
    /// What an outline changes at least, in L\*a\*b\* units.
    private static final float FAINT = 5;

    private static final double COARSER = 2;
    private static final int AROUND = 4;

    Cues {
        hints = List.copyOf(hints);
        texture = List.copyOf(texture);
    }

    static Cues of(SmallCopy copy, Plane frameColours, Optional<SurfaceKey.Found> surface) {
        Plane sharp = EdgeBarrier.find(copy, copy.sharpness(), 1.5f + 2 * copy.noise());
        Plane crisp = EdgeBarrier.find(copy, copy.crispness(), 1 + copy.noise());
        Plane barrier = BarrierDistance.find(copy);
        Plane apart =
                surface.map(SurfaceKey.Found::inside)
                        .orElseGet(() -> Plane.filled(copy.width(), copy.height(), 0.5f));
        Plane crispEdges = product(rawGradient(copy), copy.crispness());
        return new Cues(
                List.of(
                        frameColours,
                        saturated(sharp, FAINT),
                        saturated(crisp, FAINT),
                        saturated(barrier, 4 * FAINT),
                        apart,
                        Focus.find(copy),
                        saturated(Blur.gaussian(crispEdges, AROUND), 1)),
                texture(copy),
                surface.map(SurfaceKey.Found::fit).orElse(0f));
    }

    /// Fine and coarse change, unrest of lightness and of colour, and its direction.
    private static List<Plane> texture(SmallCopy copy) {
        Plane coarse =
                SmallCopy.gradient(
                        Blur.gaussian(copy.lightness(), COARSER),
                        Blur.gaussian(copy.a(), COARSER),
                        Blur.gaussian(copy.b(), COARSER));
        Plane ofA = deviation(copy.a());
        Plane ofB = deviation(copy.b());
        for (int i = 0; i < ofA.values().length; i++) {
            ofA.values()[i] += ofB.values()[i];
        }
        return List.of(
                logarithm(rawGradient(copy)),
                logarithm(coarse),
                logarithm(deviation(copy.lightness())),
                logarithm(ofA),
                across(copy.lightness()));
    }

    private static Plane rawGradient(SmallCopy copy) {
        Plane made = copy.gradient().copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] /= Math.max(0.1f, copy.sharpness().values()[i]);
        }
        return made;
    }

    private static Plane deviation(Plane plane) {
        Plane mean = Blur.box(plane, AROUND);
        Plane squares = Blur.box(product(plane, plane), AROUND);
        for (int i = 0; i < mean.values().length; i++) {
            float variance = squares.values()[i] - mean.values()[i] * mean.values()[i];
            mean.values()[i] = (float) Math.sqrt(Math.max(0, variance));
        }
        return mean;
    }

    /// Which share of the change around a pixel is from left to right.
    private static Plane across(Plane plane) {
        Plane toRight = Plane.empty(plane.width(), plane.height());
        Plane down = Plane.empty(plane.width(), plane.height());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                toRight.set(x, y, Math.abs(plane.atNearest(x + 1, y) - plane.atNearest(x - 1, y)));
                down.set(x, y, Math.abs(plane.atNearest(x, y + 1) - plane.atNearest(x, y - 1)));
            }
        }
        Plane right = Blur.box(toRight, AROUND);
        Plane below = Blur.box(down, AROUND);
        for (int i = 0; i < right.values().length; i++) {
            float sum = right.values()[i] + below.values()[i];
            right.values()[i] = 4 * (right.values()[i] + 0.5f) / (sum + 1);
        }
        return right;
    }

    private static Plane logarithm(Plane plane) {
        Plane made = plane.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = (float) StrictMath.log(1 + made.values()[i]);
        }
        return made;
    }

    private static Plane saturated(Plane plane, float half) {
        Plane made = plane.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] /= made.values()[i] + half;
        }
        return made;
    }

    private static Plane product(Plane one, Plane other) {
        Plane made = one.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] *= other.values()[i];
        }
        return made;
    }
}
