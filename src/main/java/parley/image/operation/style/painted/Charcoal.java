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
        Subject draft = subject.draft();
        double unit = draft.unit();
        Plane luma = Stretched.of(draft.picture().luma());
        EdgeFlow flow = EdgeFlow.of(luma, 4 * unit + 0.5);
        Lines.Hand hand =
                new Lines.Hand(1.5 * unit + 0.3, 9, 0.46, 3.2, (int) Math.max(3, 6 * unit));
        Plane lines = Lines.drawn(subject, luma, flow, hand);
        Plane smooth = flow.along(Blur.gaussian(luma, 2 * unit), (int) Math.max(3, 8 * unit));
        Plane smudged = subject.enlarged(smooth);
        Plane grain = Paper.grain(subject, 1.15);
        Plane strokes =
                subject.enlarged(
                        Pencil.strokes(
                                flow, unit * 1.6, (int) Math.max(4, 10 * unit), subject.seed()));
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    float tone = Math.clamp(1 - smudged.at(x, y), 0, 1);
                    // The power of 1.25.
                    float dark = tone * (float) Math.sqrt(Math.sqrt(tone));
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
