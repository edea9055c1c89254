package parley.image.operation.upscale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Makes pictures larger, doubling by doubling. Luma goes through the learned filters; the
/// differences of the colours from it, and alpha, are enlarged by Lanczos. After each doubling
/// back-projection makes the result agree with the original.
final class SuperResolution {
    private static final int ROUNDS = 8;

    /// A fifth of a level: rounding to eight bits adds more.
    private static final double TOLERANCE = 0.2 / 255;

    private final Doubling doubling;
    private final Enlarging lanczos = Enlarging.lanczos();

    SuperResolution(FilterBank bank) {
        doubling = new Doubling(bank);
    }

    /// @param factor a power of 2 above 1
    /// @param sharpen 0 to 100; what it adds does not show when the result is made smaller again
    /// @param heard how much is done, 0 to 1
    Layers enlarge(Layers original, int factor, int sharpen, DoubleConsumer heard) {
        Layers made = original;
        for (int reached = 2; reached <= factor; reached *= 2) {
            made = twice(made);
            if (reached == factor && sharpen > 0) {
                Sharpening.sharpen(made, sharpen, factor);
            }
            BackProjection projection = new BackProjection(reached);
            for (int plane = 0; plane < made.planes().size(); plane++) {
                projection.correct(
                        made.planes().get(plane), original.planes().get(plane), ROUNDS, TOLERANCE);
            }
            double share = (double) reached / factor;
            heard.accept(share * share);
        }
        return made;
    }

    private Layers twice(Layers layers) {
        Plane luma = layers.luma();
        Plane detailed = doubling.luma(luma);
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < layers.planes().size(); i++) {
            boolean colour = i < Layers.colours();
            Plane plane = layers.planes().get(i);
            Plane made =
                    colour ? detailed.copy() : Plane.empty(detailed.width(), detailed.height());
            lanczos.addTo(made, colour ? difference(plane, luma) : plane);
            BackProjection.hold(made);
            planes.add(made);
        }
        return new Layers(planes);
    }

    private static Plane difference(Plane plane, Plane luma) {
        Plane made = Plane.empty(plane.width(), plane.height());
        int width = plane.width();
        Rows.each(
                plane.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        made.values()[i] = plane.values()[i] - luma.values()[i];
                    }
                });
        return made;
    }
}
