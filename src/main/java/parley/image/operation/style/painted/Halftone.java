package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;

/// Printed in four inks: each a screen of dots, turned by its own angle, on paper. The angles are
/// those of offset printing: cyan 15°, magenta 75°, yellow 0°, black 45°.
final class Halftone implements PaintedStyle {
    private static final double[] ANGLES = {15, 75, 0, 45};

    /// What each ink leaves of red, green and blue.
    private static final float[][] INKS = {
        {0.05f, 0.68f, 0.90f}, {0.90f, 0.10f, 0.52f}, {1.0f, 0.92f, 0.10f}, {0.12f, 0.11f, 0.12f}
    };

    private static final float[] PAPER = {0.985f, 0.97f, 0.94f};

    @Override
    public Channels paint(Subject subject) {
        double cell = Math.max(3.2, 6.5 * subject.unit() * (1.35 - 0.7 * subject.detail()));
        Channels soft = soft(subject.picture(), cell * 0.22);
        return Tones.each(
                soft,
                (x, y, rgb) -> {
                    float[] inks = inks(rgb);
                    System.arraycopy(PAPER, 0, rgb, 0, 3);
                    for (int ink = 0; ink < INKS.length; ink++) {
                        float covered = covered(x, y, cell, ANGLES[ink], inks[ink]);
                        for (int channel = 0; channel < 3; channel++) {
                            rgb[channel] *= 1 - covered * (1 - INKS[ink][channel]);
                        }
                    }
                });
    }

    private static Channels soft(Channels picture, double sigma) {
        return new Channels(
                Blur.gaussian(picture.red(), sigma),
                Blur.gaussian(picture.green(), sigma),
                Blur.gaussian(picture.blue(), sigma),
                picture.alpha());
    }

    /// Cyan, magenta, yellow and black; black takes most of what the three have in common.
    private static float[] inks(float[] rgb) {
        Tones.saturate(rgb, 1.15f);
        float cyan = 1 - Math.clamp(rgb[0], 0, 1);
        float magenta = 1 - Math.clamp(rgb[1], 0, 1);
        float yellow = 1 - Math.clamp(rgb[2], 0, 1);
        float common = Math.min(cyan, Math.min(magenta, yellow));
        float black = common * common * common;
        float rest = 0.85f * black;
        return new float[] {cyan - rest, magenta - rest, yellow - rest, black * 0.95f};
    }

    /// How much of a pixel the dot of a screen covers.
    private static float covered(int x, int y, double cell, double degrees, float ink) {
        if (ink < 0.015f) {
            return 0;
        }
        double angle = Math.toRadians(degrees);
        double across = (x * Math.cos(angle) + y * Math.sin(angle)) / cell;
        double down = (y * Math.cos(angle) - x * Math.sin(angle)) / cell;
        // The cosine screen: round dots that become round holes, each area its own ink.
        double height =
                0.5 + 0.25 * (Math.cos(2 * Math.PI * across) + Math.cos(2 * Math.PI * down));
        double threshold = threshold(ink);
        double edge = 1.1 / cell;
        return Tones.step((float) (threshold - edge), (float) (threshold + edge), (float) height);
    }

    /// The height above which this much of a cell lies: the cosine screen's areas, fitted.
    private static double threshold(double ink) {
        double t = 1 - Math.clamp(ink, 0, 1);
        double s = 2 * t - 1;
        return 0.5 + 0.5 * Math.signum(s) * (1 - Math.pow(1 - Math.abs(s), 0.72)) + 0.03;
    }
}
