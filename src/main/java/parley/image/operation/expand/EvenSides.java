package parley.image.operation.expand;

import parley.image.pixel.Interleaved;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Goes on with what is plain or changes evenly towards an edge, such as a clear sky or the
/// background of a studio: a line fitted to each row at the edge goes on and becomes level, and
/// rows become more like their neighbours the farther out they are.
final class EvenSides {
    /// How many pixels at the edge the line is fitted to.
    private static final int DEPTH = 16;

    /// The line becomes level over this distance, in pixels.
    private static final float LEVELLING = 24;

    /// The deviation, along the edge, that neighbours are mixed by, in parts of the distance.
    private static final float SPREAD = 0.5f;

    private static final int SPREADS = 8;

    private EvenSides() {}

    /// The canvas, with the picture and its even continuation.
    static Interleaved extended(Frame frame, Interleaved source) {
        Interleaved canvas = frame.canvas(source);
        for (int channel = 0; channel < source.depth(); channel++) {
            Plane plane = source.plane(channel);
            Plane wide = across(plane, frame.left(), frame.right());
            Plane whole = turned(across(turned(wide), frame.top(), frame.bottom()));
            for (int i = 0; i < whole.values().length; i++) {
                canvas.values()[i * source.depth() + channel] = Math.clamp(whole.values()[i], 0, 1);
            }
        }
        return canvas;
    }

    static Plane turned(Plane plane) {
        Plane turned = Plane.empty(/* width= */ plane.height(), /* height= */ plane.width());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                turned.set(y, x, plane.at(x, y));
            }
        }
        return turned;
    }

    private static Plane across(Plane plane, int left, int right) {
        int width = plane.width();
        int height = plane.height();
        Plane made = Plane.empty(width + left + right, height);
        Side before = new Side(plane, 0, 1);
        Side after = new Side(plane, width - 1, -1);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < left; x++) {
                        made.set(x, y, before.at(y, left - x));
                    }
                    System.arraycopy(
                            plane.values(),
                            y * width,
                            made.values(),
                            y * made.width() + left,
                            width);
                    for (int x = 0; x < right; x++) {
                        made.set(left + width + x, y, after.at(y, x + 1));
                    }
                });
        return made;
    }

    /// The lines at one edge, more and more alike.
    static final class Side {
        private final Plane values;
        private final Plane slopes;

        /// @param edge the column of the edge
        /// @param inward 1 or -1
        Side(Plane plane, int edge, int inward) {
            values = Plane.empty(plane.height(), SPREADS);
            slopes = Plane.empty(plane.height(), SPREADS);
            int depth = Math.min(DEPTH, plane.width());
            for (int y = 0; y < plane.height(); y++) {
                Line line = Line.fitted(plane, edge, inward, y, depth);
                values.set(y, 0, line.value());
                slopes.set(y, 0, line.slope());
            }
            for (int spread = 1; spread < SPREADS; spread++) {
                smooth(values, spread, 1 << (spread - 1));
                smooth(slopes, spread, 1 << (spread - 1));
            }
        }

        /// A mean over a window, twice.
        private static void smooth(Plane lines, int to, int radius) {
            float[] once = new float[lines.width()];
            for (int i = 0; i < once.length; i++) {
                once[i] = mean(lines, to - 1, i, radius);
            }
            System.arraycopy(once, 0, lines.values(), to * lines.width(), once.length);
        }

        private static float mean(Plane lines, int row, int i, int radius) {
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += lines.atNearest(i + k, row);
            }
            return sum / (2 * radius + 1);
        }

        /// The value this far outside the edge.
        float at(int y, int distance) {
            double place = Math.max(0, Math.log(1 + SPREAD * distance) / Math.log(2));
            int spread = Math.min(SPREADS - 2, (int) place);
            float part = (float) Math.min(1, place - spread);
            float value = values.at(y, spread) * (1 - part) + values.at(y, spread + 1) * part;
            float slope = slopes.at(y, spread) * (1 - part) + slopes.at(y, spread + 1) * part;
            return value - slope * LEVELLING * (1 - (float) Math.exp(-distance / LEVELLING));
        }
    }

    /// A row near an edge as a line.
    ///
    /// @param value at the edge
    /// @param slope inwards, for a pixel
    /// @param rest the deviation of the row from the line
    record Line(float value, float slope, float rest) {
        static Line fitted(Plane plane, int edge, int inward, int y, int depth) {
            double middle = (depth - 1) / 2.0;
            double sum = 0;
            double moment = 0;
            double squares = 0;
            double spread = 0;
            for (int k = 0; k < depth; k++) {
                double value = plane.at(edge + k * inward, y);
                sum += value;
                squares += value * value;
                moment += value * (k - middle);
                spread += (k - middle) * (k - middle);
            }
            double mean = sum / depth;
            double slope = spread > 0 ? moment / spread : 0;
            double rest = squares / depth - mean * mean - slope * slope * spread / depth;
            return new Line(
                    (float) (mean - slope * middle),
                    (float) slope,
                    (float) Math.sqrt(Math.max(0, rest)));
        }
    }
}
