package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;

/// Printed in four inks: each a screen of dots, turned by its own angle, on paper.
final class Halftone implements PaintedStyle {
    private static final float[] PAPER = {0.985f, 0.97f, 0.94f};

    /// The inks of offset printing and the angles of their screens.
    private static final Screen[] SCREENS = {
        new Screen(15, 0.05f, 0.68f, 0.90f),
        new Screen(75, 0.90f, 0.10f, 0.52f),
        new Screen(0, 1.0f, 0.92f, 0.10f),
        new Screen(45, 0.12f, 0.11f, 0.12f)
    };

    @Override
    public Channels paint(Subject subject) {
        double finer = 1.35 - 0.7 * subject.detail();
        double cell = Math.max(3.2, 6.5 * subject.unit() * finer);
        Channels soft = soft(subject.draft().picture(), cell / subject.timesDraft() * 0.22);
        return Tones.each(
                subject.enlarged(soft),
                (x, y, rgb) -> {
                    float[] inks = inks(rgb);
                    System.arraycopy(PAPER, 0, rgb, 0, 3);
                    for (int ink = 0; ink < SCREENS.length; ink++) {
                        SCREENS[ink].print(x, y, cell, inks[ink], rgb);
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

    /// One ink and its dots.
    private static final class Screen {
        /// Steps of the tables: so many that none is seen.
        private static final int STEPS = 1024;

        private static final float[] COSINE = new float[STEPS];
        private static final float[] THRESHOLDS = new float[STEPS + 1];

        static {
            for (int step = 0; step < STEPS; step++) {
                COSINE[step] = (float) Math.cos(2 * Math.PI * (step + 0.5) / STEPS);
            }
            for (int step = 0; step <= STEPS; step++) {
                THRESHOLDS[step] = (float) threshold((double) step / STEPS);
            }
        }

        private final double cos;
        private final double sin;

        /// What the ink leaves of red, green and blue.
        private final float[] leaves;

        Screen(double degrees, float... leaves) {
            this.cos = Math.cos(Math.toRadians(degrees));
            this.sin = Math.sin(Math.toRadians(degrees));
            this.leaves = leaves;
        }

        /// Prints on a pixel what the dot there covers of it.
        void print(int x, int y, double cell, float ink, float[] rgb) {
            if (ink < 0.015f) {
                return;
            }
            float across = cosine((x * cos + y * sin) / cell);
            float down = cosine((y * cos - x * sin) / cell);
            // The cosine screen: round dots that become round holes, each area its own ink.
            float height = 0.5f + 0.25f * (across + down);
            float threshold = THRESHOLDS[(int) (Math.min(1, ink) * STEPS)];
            float edge = (float) (1.1 / cell);
            float covered = Tones.step(threshold - edge, threshold + edge, height);
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] *= 1 - covered * (1 - leaves[channel]);
            }
        }

        private static float cosine(double turns) {
            return COSINE[(int) ((turns - Math.floor(turns)) * STEPS) & STEPS - 1];
        }

        /// The height above which this much of a cell lies: the cosine screen's areas, fitted.
        private static double threshold(double ink) {
            double s = 1 - 2 * ink;
            double bent = 1 - Math.pow(1 - Math.abs(s), 0.72);
            return 0.53 + 0.5 * Math.signum(s) * bent;
        }
    }
}
