package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Plane;

/// Charcoal on rough paper: broad dark lines, smudged tones that leave the valleys of the paper
/// white, lights left open.
final class Charcoal implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        double unit = subject.unit();
        int width = subject.width();
        int height = subject.height();
        Plane luma = Stretched.of(subject.picture().luma());
        EdgeFlow flow = EdgeFlow.of(luma, 4 * unit + 0.5);
        Plane lines =
                Lines.drawn(
                        luma,
                        flow,
                        new Lines.Hand(
                                1.5 * unit + 0.3, 9, 0.46, 3.2, (int) Math.max(3, 6 * unit)));
        Plane smudged = flow.along(Blur.gaussian(luma, 2 * unit), (int) Math.max(3, 8 * unit));
        Plane grain = Paper.grain(width, height, unit * 1.15, subject.seed());
        Plane strokes =
                Pencil.strokes(
                        flow,
                        width,
                        height,
                        unit * 1.6,
                        (int) Math.max(4, 10 * unit),
                        subject.seed());
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    float dark = (float) Math.pow(1 - smudged.at(x, y), 1.25);
                    float line = 1 - lines.at(x, y);
                    float coal = 1 - (1 - 0.78f * dark) * (1 - 0.85f * line);
                    // Coal stays on the heights; pressed hard it fills the valleys too.
                    float rough = 0.17f * grain.at(x, y) + 0.30f * (strokes.at(x, y) - 0.5f);
                    float laid = coal + rough * coal * (1.25f - coal) * 1.6f;
                    float value = 0.945f - 0.88f * Math.clamp(laid, 0, 1) + 0.01f * grain.at(x, y);
                    rgb[0] = value;
                    rgb[1] = value * 0.985f;
                    rgb[2] = value * 0.955f;
                });
    }
}
