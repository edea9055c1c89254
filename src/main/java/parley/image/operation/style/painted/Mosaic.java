package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Square tiles of one colour, set along the picture's edges in grout. Source: Hausner, "Simulating
/// decorative mosaics", SIGGRAPH 2001: centroidal Voronoi regions where distance is the larger of
/// both coordinates, turned as the edges run.
final class Mosaic implements PaintedStyle {
    private static final int ROUNDS = 7;
    private static final float[] GROUT = {0.26f, 0.245f, 0.23f};

    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        double side = Math.max(4, draft.unit() * (12 - 7 * subject.detail()));
        EdgeFlow flow = EdgeFlow.of(draft.picture().luma(), Math.max(3, side * 0.8));
        Tiles tiles = new Tiles(draft, flow, side);
        for (int round = 0; round < ROUNDS; round++) {
            tiles.settle(round < ROUNDS - 1 ? Math.max(1, (int) (side / 5)) : 1);
        }
        return tiles.set(subject);
    }

    /// The tiles by their centres, in a grid of squares to find those nearby; all in pixels of the
    /// draft.
    private static final class Tiles {
        private final Subject subject;
        private final EdgeFlow flow;
        private final double side;
        private final int columns;
        private final int rows;
        private final float[] x;
        private final float[] y;
        private final float[] directionX;
        private final float[] directionY;

        Tiles(Subject subject, EdgeFlow flow, double side) {
            this.subject = subject;
            this.flow = flow;
            this.side = side;
            columns = Math.max(1, (int) Math.round(subject.width() / side));
            rows = Math.max(1, (int) Math.round(subject.height() / side));
            int count = columns * rows;
            x = new float[count];
            y = new float[count];
            directionX = new float[count];
            directionY = new float[count];
            for (int tile = 0; tile < count; tile++) {
                double jitterX = 0.5 * (Mixing.unit(subject.seed(), tile, 0) - 0.5);
                double jitterY = 0.5 * (Mixing.unit(subject.seed(), tile, 1) - 0.5);
                x[tile] = (float) ((tile % columns + 0.5 + jitterX) * subject.width() / columns);
                y[tile] =
                        (float)
                                ((Math.floorDiv(tile, columns) + 0.5 + jitterY)
                                        * subject.height()
                                        / rows);
                turn(tile);
            }
        }

        private void turn(int tile) {
            int i =
                    Math.clamp((int) y[tile], 0, subject.height() - 1) * subject.width()
                            + Math.clamp((int) x[tile], 0, subject.width() - 1);
            directionX[tile] = flow.x().values()[i];
            directionY[tile] = flow.y().values()[i];
        }

        /// Moves each centre to the middle of what is nearest to it.
        void settle(int stride) {
            double[][] sums = new double[rows][];
            // A tile is found only two squares away from its own, so bands of squares sum up for
            // themselves and are added in order.
            Rows.each(rows, band -> sums[band] = sums(band, stride));
            double[] all = new double[3 * x.length];
            for (double[] band : sums) {
                int offset = (int) band[0];
                for (int k = 1; k < band.length; k++) {
                    all[offset + k - 1] += band[k];
                }
            }
            for (int tile = 0; tile < x.length; tile++) {
                double count = all[3 * tile + 2];
                if (count > 0) {
                    x[tile] = (float) Math.clamp(all[3 * tile] / count, 0, subject.width() - 1);
                    y[tile] =
                            (float) Math.clamp(all[3 * tile + 1] / count, 0, subject.height() - 1);
                    turn(tile);
                }
            }
        }

        private double[] sums(int band, int stride) {
            int firstRow = Math.max(0, band - 2);
            int lastRow = Math.min(rows - 1, band + 2);
            int offset = 3 * firstRow * columns;
            double[] sums = new double[3 * (lastRow - firstRow + 1) * columns + 1];
            sums[0] = offset;
            int begin = (int) ((long) band * subject.height() / rows);
            int end = (int) ((band + 1L) * subject.height() / rows);
            for (int row = begin; row < end; row += stride) {
                for (int column = 0; column < subject.width(); column += stride) {
                    int tile = nearest(column, row);
                    if (tile >= 0) {
                        int at = 3 * tile - offset + 1;
                        sums[at] += column;
                        sums[at + 1] += row;
                        sums[at + 2]++;
                    }
                }
            }
            return sums;
        }

        private int nearest(int column, int row) {
            int squareX = Math.min(columns - 1, (int) ((long) column * columns / subject.width()));
            int squareY = Math.min(rows - 1, (int) ((long) row * rows / subject.height()));
            int best = -1;
            float least = Float.MAX_VALUE;
            for (int dy = Math.max(0, squareY - 2); dy <= Math.min(rows - 1, squareY + 2); dy++) {
                for (int dx = Math.max(0, squareX - 2);
                        dx <= Math.min(columns - 1, squareX + 2);
                        dx++) {
                    int tile = dy * columns + dx;
                    float distance = distance(tile, column, row);
                    if (distance < least) {
                        least = distance;
                        best = tile;
                    }
                }
            }
            return best;
        }

        private float distance(int tile, float column, float row) {
            float dx = column - x[tile];
            float dy = row - y[tile];
            float along = Math.abs(dx * directionX[tile] + dy * directionY[tile]);
            float across = Math.abs(dx * directionY[tile] - dy * directionX[tile]);
            return Math.max(along, across);
        }

        /// The picture of the tiles in their grout, with light on their upper edges.
        Channels set(Subject large) {
            Owners owners = new Owners(owners());
            float[] colours = colours(owners.tiles);
            float half = (float) (side * 0.47);
            float scale = (float) (1 / large.timesDraft());
            return Tones.each(
                    large.picture(),
                    (column, row, rgb) -> {
                        float u = (column + 0.5f) * scale - 0.5f;
                        float v = (row + 0.5f) * scale - 0.5f;
                        int tile = owners.of(u, v);
                        float away = distance(tile, u, v);
                        float from = half - 0.9f * scale;
                        float cover = 1 - Tones.step(from, half + 0.7f * scale, away);
                        float bevel = Tones.step(0.62f * half, half, away);
                        float sense = (u - x[tile] + v - y[tile]) / (2 * half);
                        float light = 1 - 0.20f * bevel * Math.clamp(sense, -1, 1);
                        for (int channel = 0; channel < 3; channel++) {
                            float colour = colours[3 * tile + channel] * light;
                            rgb[channel] = Tones.mixed(GROUT[channel], colour, cover);
                        }
                    });
        }

        private int[] owners() {
            int width = subject.width();
            int[] owners = new int[width * subject.height()];
            Rows.each(
                    subject.height(),
                    row -> {
                        for (int column = 0; column < width; column++) {
                            owners[row * width + column] = nearest(column, row);
                        }
                    });
            return owners;
        }

        /// Which tile each pixel of the draft belongs to, and each place between them.
        private final class Owners {
            private final int[] tiles;

            Owners(int[] tiles) {
                this.tiles = tiles;
            }

            /// The nearest of the tiles that the four pixels around the place belong to.
            int of(float u, float v) {
                int left = Math.clamp((int) u, 0, subject.width() - 1);
                int top = Math.clamp((int) v, 0, subject.height() - 1) * subject.width();
                int right = Math.min(left + 1, subject.width() - 1);
                int bottom = Math.min(top + subject.width(), tiles.length - subject.width());
                int best = tiles[top + left];
                best = nearer(best, tiles[top + right], u, v);
                best = nearer(best, tiles[bottom + left], u, v);
                return nearer(best, tiles[bottom + right], u, v);
            }

            private int nearer(int one, int other, float u, float v) {
                return one == other || distance(one, u, v) <= distance(other, u, v) ? one : other;
            }
        }

        private float[] colours(int[] tileOf) {
            Plane[] planes = {
                subject.picture().red(), subject.picture().green(), subject.picture().blue()
            };
            float[] sums = new float[3 * x.length];
            int[] counts = new int[x.length];
            for (int i = 0; i < tileOf.length; i++) {
                counts[tileOf[i]]++;
                for (int channel = 0; channel < 3; channel++) {
                    sums[3 * tileOf[i] + channel] += planes[channel].values()[i];
                }
            }
            float[] rgb = new float[3];
            for (int tile = 0; tile < x.length; tile++) {
                float glaze = 1 + 0.14f * (Mixing.unit(subject.seed(), tile, 5) - 0.5f);
                for (int channel = 0; channel < 3; channel++) {
                    rgb[channel] = sums[3 * tile + channel] / Math.max(1, counts[tile]);
                }
                Tones.saturate(rgb, 1.2f);
                for (int channel = 0; channel < 3; channel++) {
                    sums[3 * tile + channel] = Math.clamp(rgb[channel] * glaze, 0, 1);
                }
            }
            return sums;
        }
    }
}
