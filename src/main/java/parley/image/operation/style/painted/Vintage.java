package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Plane;

/// A colour print of the seventies: blacks faded to blue, yellowed whites, quiet colours, lights
/// that glow, grain.
final class Vintage implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        Channels picture = subject.picture();
        Subject draft = subject.draft();
        Plane glow = subject.enlarged(Blur.gaussian(draft.picture().luma(), 14 * draft.unit()));
        Plane grain = Paper.grain(subject, 0.6);
        return Tones.each(
                picture,
                (x, y, rgb) -> {
                    Tones.saturate(rgb, 0.78f);
                    float light = Tones.step(0.55f, 1, glow.at(x, y)) * 0.16f;
                    float shade = Tones.vignette(x, y, picture, 0.45f);
                    float leak = leak((float) x / subject.width(), (float) y / subject.height());
                    float noise = 0.018f * grain.at(x, y);
                    rgb[0] = faded(rgb[0], 0.09f, 0.97f, 0.92f) * shade + light + leak + noise;
                    rgb[1] =
                            faded(rgb[1], 0.08f, 0.93f, 1.0f) * shade
                                    + 0.9f * light
                                    + 0.42f * leak
                                    + noise;
                    rgb[2] =
                            faded(rgb[2], 0.17f, 0.78f, 1.05f) * shade
                                    + 0.6f * light
                                    + 0.1f * leak
                                    + noise;
                });
    }

    private static float faded(float value, float black, float white, float gamma) {
        return Tones.mixed(black, white, (float) Math.pow(Math.max(0, value), gamma));
    }

    /// Light that came in at the camera's back, at the right.
    private static float leak(float across, float down) {
        float near = Tones.step(0.72f, 1.1f, across + 0.05f * (float) Math.sin(5 * down));
        return 0.22f * near * near;
    }
}
