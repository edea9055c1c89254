package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Plane;

/// Flat colours in a few soft steps of light, and dark outlines. Source: Winnemöller, Olsen and
/// Gooch, "Real-time video abstraction", SIGGRAPH 2006.
final class Cartoon implements PaintedStyle {
    private static final int STEPS = 7;

    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double unit = draft.unit();
        Channels picture = draft.picture();
        EdgeFlow flow = EdgeFlow.of(picture.luma(), 2.5 * unit + 0.5);
        int radius = (int) Math.max(2, Math.round(6 * unit * (1.4 - subject.detail() * 0.8)));
        Channels flat = Tones.simplified(picture, radius, 0.004, 3);
        flat = flow.along(flat, (int) Math.max(2, 4 * unit));
        Plane lines =
                Lines.edges(
                        subject,
                        flat.luma(),
                        flow,
                        0.9 * unit + 0.3,
                        0.0065f,
                        (int) Math.max(2, 5 * unit));
        return Tones.each(
                subject.enlarged(flat),
                (x, y, rgb) -> {
                    float luma = Tones.luma(rgb);
                    Tones.relight(rgb, quantised(luma));
                    Tones.saturate(rgb, 1.45f);
                    float ink = lines.at(x, y);
                    rgb[0] *= Tones.mixed(0.08f, 1, ink);
                    rgb[1] *= Tones.mixed(0.06f, 1, ink);
                    rgb[2] *= Tones.mixed(0.10f, 1, ink);
                });
    }

    /// In steps whose edges are smooth.
    static float quantised(float luma) {
        float scaled = Math.clamp(luma, 0, 1) * STEPS;
        float step = (float) Math.floor(scaled);
        float within = scaled - step;
        float eased = 0.5f + 0.5f * (float) Math.tanh(7 * (within - 0.5f));
        return Math.min(1, (step + eased) / STEPS * 1.02f + 0.01f);
    }
}
