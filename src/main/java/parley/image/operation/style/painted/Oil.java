package parley.image.operation.style.painted;

import java.util.List;
import parley.image.pixel.Channels;

/// Brush strokes of several sizes, the broad ones first, the fine ones only where the broad ones
/// are not like the picture; they follow its edges, leave the marks of bristles, and shine where
/// paint lies thick.
///
/// Source: Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes", SIGGRAPH
/// 1998; light on the paint as in his "Fast paint texture", NPAR 2002.
final class Oil implements PaintedStyle {
    private static final double[] RADII = {14, 7, 3.4, 1.9};
    private static final float[] TOLERANCES = {-1, 0.03f, 0.045f, 0.065f};
    private static final double LEAST_RADIUS = 1.2;

    @Override
    public Channels paint(Subject subject) {
        OilCanvas canvas = new OilCanvas(subject.width(), subject.height());
        for (int layer = 0; layer < RADII.length; layer++) {
            double radius = Math.max(LEAST_RADIUS, RADII[layer] * subject.unit());
            float tolerance = TOLERANCES[layer] * (float) (1.6 - 1.2 * subject.detail());
            Brush brush = new Brush(subject, canvas, radius, subject.seed() + layer);
            List<BrushStroke> strokes = brush.strokes(tolerance);
            canvas.paint(strokes);
        }
        return canvas.lit(subject.unit());
    }
}
