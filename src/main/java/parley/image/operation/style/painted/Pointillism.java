package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Mixing;

/// Dots of pure colour that only the eye mixes: each a little off the picture's colour, some in its
/// complement, over a warm ground; three layers, the finest on top where there is detail.
final class Pointillism implements PaintedStyle {
    private static final float[] GROUND = {0.90f, 0.84f, 0.72f};
    private static final double[] CELLS = {9, 6.2, 4.4};

    @Override
    public Channels paint(Subject subject) {
        Channels picture = subject.picture();
        double scale = subject.unit() * (1.3 - 0.6 * subject.detail());
        Channels soft =
                new Channels(
                        Blur.gaussian(picture.red(), 1.3 * scale),
                        Blur.gaussian(picture.green(), 1.3 * scale),
                        Blur.gaussian(picture.blue(), 1.3 * scale),
                        picture.alpha());
        return Tones.each(
                picture,
                (x, y, rgb) -> {
                    for (int channel = 0; channel < 3; channel++) {
                        rgb[channel] = Tones.mixed(GROUND[channel], rgb[channel], 0.35f);
                    }
                    for (int layer = 0; layer < CELLS.length; layer++) {
                        double cell = Math.max(2.6, CELLS[layer] * scale);
                        dots(soft, x, y, cell, subject.seed() * 5 + layer, rgb);
                    }
                });
    }

    /// Lays the dots over a pixel that reach it.
    private static void dots(Channels soft, int x, int y, double cell, long seed, float[] rgb) {
        int column = (int) Math.floor(x / cell);
        int row = (int) Math.floor(y / cell);
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                dot(
                        soft,
                        x,
                        y,
                        cell,
                        Mixing.bits(seed, column + dx, row + dy),
                        column + dx,
                        row + dy,
                        rgb);
            }
        }
    }

    private static void dot(
            Channels soft, int x, int y, double cell, long salt, int column, int row, float[] rgb) {
        double centreX = (column + 0.15 + 0.7 * Mixing.unit(salt, 0, 0)) * cell;
        double centreY = (row + 0.15 + 0.7 * Mixing.unit(salt, 1, 0)) * cell;
        double radius = cell * (0.38 + 0.17 * Mixing.unit(salt, 2, 0));
        double away = Math.hypot(x - centreX, y - centreY);
        if (away > radius + 0.6) {
            return;
        }
        float cover = 1 - Tones.step((float) radius - 0.6f, (float) radius + 0.6f, (float) away);
        float[] colour = colour(soft, (int) centreX, (int) centreY, salt);
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] = Tones.mixed(rgb[channel], colour[channel], 0.94f * cover);
        }
    }

    private static float[] colour(Channels soft, int x, int y, long salt) {
        float[] colour = {
            soft.red().atNearest(x, y), soft.green().atNearest(x, y), soft.blue().atNearest(x, y)
        };
        Tones.saturate(colour, 1.55f);
        float strange = Mixing.unit(salt, 3, 0);
        float spread = strange > 0.86f ? 0.42f : 0.15f;
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] += spread * (Mixing.unit(salt, 4, channel) - 0.5f);
            colour[channel] = Math.clamp(colour[channel], 0.02f, 1);
        }
        return colour;
    }
}
