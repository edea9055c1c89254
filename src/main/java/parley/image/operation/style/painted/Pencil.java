package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Noise;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Graphite on paper: outlines, and strokes that follow the forms, laid over each other where it is
/// dark. Strokes are noise smeared along the flow (Mao, Nagasaka and Imamiya, "Automatic generation
/// of pencil drawing from 2D images using line integral convolution", 2001).
final class Pencil implements PaintedStyle {
    private static final double SLANT = Math.toRadians(-52);

    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double unit = draft.unit();
        long seed = subject.seed();
        Plane luma = Stretched.of(draft.picture().luma());
        EdgeFlow flow = EdgeFlow.of(luma, 4 * unit + 0.5);
        int length = (int) Math.max(4, 9 * unit);
        Plane strokes = subject.enlarged(strokes(flow, unit, length, seed));
        EdgeFlow slant = slant(draft.width(), draft.height());
        Plane slanted = subject.enlarged(strokes(slant, unit, length, seed + 5));
        Plane lines =
                Lines.edges(
                        subject, luma, flow, 0.8 * unit + 0.3, 0.006f, (int) Math.max(2, 4 * unit));
        Plane grain = Paper.grain(subject, 0.8);
        Plane soft = subject.enlarged(Blur.gaussian(luma, 0.7 * unit));
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    float dark = 1 - soft.at(x, y);
                    float one = laid(strokes.at(x, y), dark * 0.95f);
                    float two = laid(slanted.at(x, y), (dark - 0.32f) * 1.1f);
                    float ink = 1 - (1 - 0.60f * one) * (1 - 0.72f * two);
                    float line = (1 - lines.at(x, y)) * 0.8f;
                    float graphite = 1 - (1 - ink) * (1 - line);
                    graphite *= 1 + 0.10f * grain.at(x, y);
                    float paper = 0.965f + 0.008f * grain.at(x, y);
                    float value = paper - Math.clamp(graphite, 0, 1) * 0.84f;
                    rgb[0] = value;
                    rgb[1] = value * 0.995f;
                    rgb[2] = value * 0.975f + 0.012f;
                });
    }

    /// How much of a stroke is seen: the darker, the more of it.
    private static float laid(float stroke, float dark) {
        if (dark <= 0) {
            return 0;
        }
        float threshold = 1 - Math.min(1, dark);
        return Tones.step(threshold - 0.28f, threshold + 0.28f, stroke) * Math.min(1, 0.25f + dark);
    }

    private static EdgeFlow slant(int width, int height) {
        return new EdgeFlow(
                Plane.filled(width, height, (float) Math.cos(SLANT)),
                Plane.filled(width, height, (float) Math.sin(SLANT)),
                Plane.filled(width, height, 1));
    }

    /// Smeared noise, about evenly spread from 0 to 1, in the size of the flow.
    static Plane strokes(EdgeFlow flow, double unit, int length, long seed) {
        int width = flow.x().width();
        int height = flow.x().height();
        Plane noise = Blur.gaussian(Noise.white(width, height, seed), 0.55 * unit);
        Plane smeared = flow.along(noise, length);
        double sum = 0;
        double squares = 0;
        for (float value : smeared.values()) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / smeared.values().length;
        double variance = squares / smeared.values().length - mean * mean;
        double deviation = Math.sqrt(Math.max(1e-9, variance));
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        double score = (smeared.values()[i] - mean) / deviation;
                        smeared.values()[i] = (float) (1 / (1 + Math.exp(-1.7 * score)));
                    }
                });
        return smeared;
    }
}
