package parley.image.operation.style.painted;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Mixing;
import parley.image.pixel.Rows;

/// Dots of pure colour that only the eye mixes: each a little off the picture's colour, some in its
/// complement, over a warm ground; three layers, the finest on top where there is detail.
final class Pointillism implements PaintedStyle {
    private static final float[] GROUND = {0.90f, 0.84f, 0.72f};
    private static final double[] CELLS = {9, 6.2, 4.4};

    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double scale = 1.3 - 0.6 * subject.detail();
        double sigma = 1.3 * scale * draft.unit();
        Channels picture = draft.picture();
        Channels soft =
                new Channels(
                        Blur.gaussian(picture.red(), sigma),
                        Blur.gaussian(picture.green(), sigma),
                        Blur.gaussian(picture.blue(), sigma),
                        picture.alpha());
        Dots[] layers = new Dots[CELLS.length];
        for (int layer = 0; layer < CELLS.length; layer++) {
            double cell = Math.max(2.6, CELLS[layer] * scale * subject.unit());
            layers[layer] = new Dots(subject, soft, cell, subject.seed() * 5 + layer);
        }
        return Tones.each(
                subject.picture(),
                (x, y, rgb) -> {
                    for (int channel = 0; channel < 3; channel++) {
                        rgb[channel] = Tones.mixed(GROUND[channel], rgb[channel], 0.35f);
                    }
                    for (Dots layer : layers) {
                        layer.lay(x, y, rgb);
                    }
                });
    }

    /// A dot in each cell of a grid, and in the cells around it.
    private static final class Dots {
        /// Place, radius and colour.
        private static final int NUMBERS = 6;

        private final double cell;
        private final int columns;
        private final float[] dots;

        Dots(Subject subject, Channels soft, double cell, long seed) {
            this.cell = cell;
            columns = (int) (subject.width() / cell) + 3;
            int rows = (int) (subject.height() / cell) + 3;
            dots = new float[columns * rows * NUMBERS];
            double times = subject.timesDraft();
            Rows.each(
                    rows,
                    row -> {
                        for (int column = 0; column < columns; column++) {
                            fill(soft, times, seed, column, row);
                        }
                    });
        }

        private void fill(Channels soft, double times, long seed, int column, int row) {
            // The grid begins a cell before the picture.
            long salt = Mixing.bits(seed, column - 1, row - 1);
            double x = (column - 0.85 + 0.7 * Mixing.unit(salt, 0, 0)) * cell;
            double y = (row - 0.85 + 0.7 * Mixing.unit(salt, 1, 0)) * cell;
            int at = (row * columns + column) * NUMBERS;
            dots[at] = (float) x;
            dots[at + 1] = (float) y;
            dots[at + 2] = (float) (cell * (0.38 + 0.17 * Mixing.unit(salt, 2, 0)));
            float[] colour = colour(soft, (int) (x / times), (int) (y / times), salt);
            System.arraycopy(colour, 0, dots, at + 3, 3);
        }

        /// Lays the dots over a pixel that reach it.
        void lay(int x, int y, float[] rgb) {
            int column = (int) (x / cell);
            int row = (int) (y / cell);
            for (int dy = 0; dy <= 2; dy++) {
                for (int dx = 0; dx <= 2; dx++) {
                    lay(((row + dy) * columns + column + dx) * NUMBERS, x, y, rgb);
                }
            }
        }

        private void lay(int at, int x, int y, float[] rgb) {
            float dx = x - dots[at];
            float dy = y - dots[at + 1];
            float square = dx * dx + dy * dy;
            float radius = dots[at + 2];
            float outer = radius + 0.6f;
            if (square >= outer * outer) {
                return;
            }
            float away = (float) Math.sqrt(square);
            float cover = 0.94f * (1 - Tones.step(radius - 0.6f, outer, away));
            rgb[0] += cover * (dots[at + 3] - rgb[0]);
            rgb[1] += cover * (dots[at + 4] - rgb[1]);
            rgb[2] += cover * (dots[at + 5] - rgb[2]);
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
