package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Plane;

/// A printed comic: few flat colours, half tones as dots, thick black outlines.
final class PopArt implements PaintedStyle {
    /// Of rows of dots at 45°, both the sine and the cosine.
    private static final double SLANT = Math.sqrt(0.5);

    /// Where the hue of each ink ends, in degrees.
    private static final double[] HUE_ENDS = {14, 38, 68, 160, 200, 255, 290, 340};

    private static final float[] PAPER = {1, 0.97f, 0.88f};
    private static final float[] BLACK = {0.07f, 0.05f, 0.10f};

    /// Around the colour wheel from red: red, orange, yellow, green, cyan, blue, violet, pink.
    private static final float[][] INKS = {
        {0.91f, 0.15f, 0.16f},
        {0.98f, 0.55f, 0.12f},
        {1.0f, 0.85f, 0.13f},
        {0.16f, 0.68f, 0.33f},
        {0.10f, 0.70f, 0.76f},
        {0.13f, 0.36f, 0.80f},
        {0.48f, 0.25f, 0.70f},
        {0.95f, 0.36f, 0.60f}
    };

    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double unit = draft.unit();
        Channels picture = draft.picture();
        EdgeFlow flow = EdgeFlow.of(picture.luma(), 3 * unit + 0.5);
        int radius = (int) Math.max(2, Math.round(8 * unit * (1.4 - 0.8 * subject.detail())));
        Channels flat = Tones.simplified(picture, radius, 0.005, 2);
        flat = flow.along(flat, (int) Math.max(2, 6 * unit));
        Plane luma = subject.enlarged(Stretched.of(flat.luma()));
        Plane lines =
                Lines.edges(
                        subject,
                        picture.luma(),
                        flow,
                        1.3 * unit + 0.4,
                        0.011f,
                        (int) Math.max(3, 7 * unit));
        double cell = Math.max(3.5, 7 * subject.unit());
        return Tones.each(
                subject.enlarged(flat),
                (x, y, rgb) -> {
                    float tone = luma.at(x, y);
                    float[] ink = ink(rgb, tone);
                    float dots = dot(x, y, cell, tone);
                    float dark = 1 - Tones.step(0.14f, 0.18f, tone);
                    float line = 1 - lines.at(x, y);
                    float black = Math.max(dark, line);
                    for (int channel = 0; channel < 3; channel++) {
                        float colour = Tones.mixed(PAPER[channel], ink[channel], dots);
                        rgb[channel] = Tones.mixed(colour, BLACK[channel], black);
                    }
                });
    }

    /// All ink in the shades, dots in the half tones, paper in the lights.
    private static float dot(int x, int y, double cell, float tone) {
        double across = (x + y) * SLANT / cell;
        double down = (y - x) * SLANT / cell;
        double fromX = across - Math.rint(across);
        double fromY = down - Math.rint(down);
        double away = Math.sqrt(fromX * fromX + fromY * fromY);
        double radius = 0.72 * Math.sqrt(Tones.step(0.97f, 0.42f, tone));
        double soft = 0.8 / cell;
        return 1 - Tones.step((float) (radius - soft), (float) (radius + soft), (float) away);
    }

    /// The nearest hue of the wheel; greys become blue, or yellow where it is light.
    private static float[] ink(float[] rgb, float tone) {
        float most = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
        float least = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
        float chroma = most - least;
        if (chroma < 0.07f) {
            return tone > 0.6f ? INKS[2] : INKS[5];
        }
        float hue;
        if (most == rgb[0]) {
            hue = (rgb[1] - rgb[2]) / chroma;
        } else if (most == rgb[1]) {
            hue = 2 + (rgb[2] - rgb[0]) / chroma;
        } else {
            hue = 4 + (rgb[0] - rgb[1]) / chroma;
        }
        double degrees = (hue * 60 + 360) % 360;
        return INKS[wheel(degrees)];
    }

    private static int wheel(double degrees) {
        for (int k = 0; k < HUE_ENDS.length; k++) {
            if (degrees < HUE_ENDS[k]) {
                return k;
            }
        }
        return 0;
    }
}
