package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Noise;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Washes on paper: edges of washes wander and dry darker, pigment lies unevenly and in the grain,
/// colours run into each other where nothing keeps them apart.
///
/// Source: Bousseau, Kaplan, Thollot and Sillion, "Interactive watercolor rendering with temporal
/// coherence and abstraction", NPAR 2006: a colour `c` under pigment of density `d` is `c − (c −
/// c²)(d − 1)`.
final class Watercolour implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double unit = draft.unit();
        int width = draft.width();
        int height = draft.height();
        long seed = subject.seed();
        Channels picture = draft.picture();
        EdgeFlow flow = EdgeFlow.of(picture.luma(), 3 * unit + 0.5);
        int radius = (int) Math.max(2, Math.round(5 * unit * (1.5 - subject.detail())));
        Channels washes = Tones.simplified(picture, radius, 0.004, 3);
        washes = flow.along(washes, (int) Math.max(2, 5 * unit));
        Plane wander = Noise.clouds(width, height, 14 * unit, 3, seed);
        Plane other = Noise.clouds(width, height, 14 * unit, 3, seed + 90);
        Plane edges = subject.enlarged(dried(bled(washes, wander, other, 2.6 * unit).luma(), unit));
        Channels bled =
                bled(
                        subject.enlargedWithEdges(washes),
                        subject.enlarged(wander),
                        subject.enlarged(other),
                        2.6 * subject.unit());
        Plane clouds = subject.enlarged(Noise.clouds(width, height, 90 * unit, 4, seed + 7));
        Plane grain = Paper.grain(subject, 1);
        return Tones.each(
                bled,
                (x, y, rgb) -> {
                    Tones.saturate(rgb, 1.45f);
                    float luma = Tones.luma(rgb);
                    float density =
                            0.80f
                                    + 1.5f * edges.at(x, y)
                                    + 0.9f * (clouds.at(x, y) - 0.5f)
                                    + 0.05f * grain.at(x, y);
                    float light = Tones.step(0.55f, 0.97f, luma);
                    for (int channel = 0; channel < 3; channel++) {
                        float colour = 0.05f + 0.95f * Math.clamp(rgb[channel], 0, 1);
                        colour = Tones.mixed(colour, 1, 0.12f + 0.50f * light);
                        rgb[channel] = pigment(colour, density);
                    }
                    float paper = 1 - 0.012f * grain.at(x, y) - 0.012f;
                    rgb[0] *= paper;
                    rgb[1] *= paper * 0.995f;
                    rgb[2] *= paper * 0.975f;
                });
    }

    private static float pigment(float colour, float density) {
        return Math.clamp(colour - (colour - colour * colour) * (density - 1), 0, 1);
    }

    /// Colours taken from a little aside, as far as chance says.
    private static Channels bled(Channels washes, Plane across, Plane down, double reach) {
        int width = washes.width();
        int height = washes.height();
        Channels made = Tones.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        double asideX = 2 * reach * (across.at(x, y) - 0.5);
                        double asideY = 2 * reach * (down.at(x, y) - 0.5);
                        int fromX = Math.clamp(Math.round(x + asideX), 0, width - 1);
                        int fromY = Math.clamp(Math.round(y + asideY), 0, height - 1);
                        int from = fromY * width + fromX;
                        int i = y * width + x;
                        made.red().values()[i] = washes.red().values()[from];
                        made.green().values()[i] = washes.green().values()[from];
                        made.blue().values()[i] = washes.blue().values()[from];
                    }
                });
        return made;
    }

    /// Where pigment gathers when a wash dries: at its edges, on the darker side more.
    private static Plane dried(Plane luma, double unit) {
        Plane soft = Blur.gaussian(luma, 0.7 * unit);
        Plane wide = Blur.gaussian(luma, 4.5 * unit);
        Plane dried = Plane.empty(luma.width(), luma.height());
        Rows.each(
                luma.height(),
                y -> {
                    for (int x = 0; x < luma.width(); x++) {
                        double across = soft.atNearest(x + 1, y) - soft.atNearest(x - 1, y);
                        double down = soft.atNearest(x, y + 1) - soft.atNearest(x, y - 1);
                        double slope = Math.sqrt(across * across + down * down) * unit * 3;
                        double darker = Math.max(0, wide.at(x, y) - soft.at(x, y)) * 4;
                        dried.set(x, y, (float) Math.min(0.9, slope + darker));
                    }
                });
        return dried;
    }
}
