package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Noise;
import parley.image.pixel.Plane;

/// Pen and brush in black ink on cream paper: lines along the edges, solid blacks, and hatching in
/// the half tones.
final class Ink implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double fine = draft.unit();
        Plane luma = Stretched.of(draft.picture().luma());
        EdgeFlow flow = EdgeFlow.of(luma, 2 * fine + 0.5);
        double width = (0.8 + 0.8 * (1 - subject.detail())) * fine + 0.25;
        Lines.Hand hand = new Lines.Hand(width, 16, 0.42, 9, (int) Math.max(2, 4 * fine));
        Plane lines = Lines.drawn(subject, luma, flow, hand);
        Plane soft = subject.enlarged(Blur.gaussian(luma, 2 * fine));
        Plane wobble =
                subject.enlarged(
                        Noise.clouds(draft.width(), draft.height(), 40 * fine, 2, subject.seed()));
        double unit = subject.unit();
        double pitch = Math.max(2.6, 4.2 * unit);
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    float tone = soft.at(x, y);
                    float bent = 5 * (float) unit * wobble.at(x, y);
                    float hatch = stroke(x + y + bent, pitch * 1.41, (0.56f - tone) * 1.5f);
                    float cross = stroke(x - y + bent, pitch * 1.41, (0.34f - tone) * 1.5f);
                    float paper = lines.at(x, y) * (1 - hatch) * (1 - cross);
                    rgb[0] = Tones.mixed(0.07f, 0.975f, paper);
                    rgb[1] = Tones.mixed(0.065f, 0.955f, paper);
                    rgb[2] = Tones.mixed(0.09f, 0.90f, paper);
                });
    }

    /// How much ink a set of parallel strokes leaves.
    private static float stroke(double place, double pitch, float amount) {
        float width = Math.clamp(amount, 0, 0.62f);
        if (width <= 0.02f) {
            return 0;
        }
        double phase = place / pitch - Math.floor(place / pitch);
        float fromMiddle = (float) Math.abs(phase - 0.5);
        float soft = (float) (0.7 / pitch);
        return 1 - Tones.step(width / 2 - soft / 2, width / 2 + soft, fromMiddle);
    }
}
