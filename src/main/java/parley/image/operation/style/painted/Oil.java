package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Brush strokes of several sizes, the broad ones first, the fine ones only where the broad ones
/// are not like the picture; they follow its edges, leave the marks of bristles, and shine where
/// paint lies thick.
///
/// Source: Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes", SIGGRAPH
/// 1998; light on the paint as in his "Fast paint texture", NPAR 2002.
final class Oil implements PaintedStyle {
    private static final double[] RADII = {14, 7, 3.4, 1.9};
    private static final float[] TOLERANCES = {-1, 0.03f, 0.045f, 0.065f};
    private static final int LONGEST = 6;
    private static final int BAND = 64;

    @Override
    public Channels paint(Subject subject) {
        Channels picture = subject.picture();
        Canvas canvas = new Canvas(subject.width(), subject.height());
        for (int layer = 0; layer < RADII.length; layer++) {
            double radius = Math.max(1.2, RADII[layer] * subject.unit());
            float tolerance = TOLERANCES[layer] * (float) (1.6 - 1.2 * subject.detail());
            List<Stroke> strokes =
                    new Layer(picture, canvas, radius, tolerance, subject.seed() + layer).strokes();
            int bands = (subject.height() + BAND - 1) / BAND;
            Rows.each(
                    bands,
                    band -> strokes.forEach(stroke -> stroke.paint(canvas, band * BAND, BAND)));
        }
        return canvas.lit(subject.unit());
    }

    /// What has been painted so far.
    private static final class Canvas {
        private final Channels colours;
        private final Plane thickness;

        Canvas(int width, int height) {
            colours = Tones.empty(width, height);
            thickness = Plane.empty(width, height);
        }

        /// The paint in light that falls from the upper left.
        Channels lit(double unit) {
            Plane relief = Blur.gaussian(thickness, 0.5 * unit);
            return Tones.each(
                    colours,
                    (x, y, rgb) -> {
                        float slope =
                                relief.atNearest(x + 1, y)
                                        - relief.atNearest(x - 1, y)
                                        + relief.atNearest(x, y + 1)
                                        - relief.atNearest(x, y - 1);
                        float light = Math.clamp(slope * 0.16f, -0.13f, 0.13f);
                        Tones.saturate(rgb, 1.12f);
                        for (int channel = 0; channel < 3; channel++) {
                            rgb[channel] = rgb[channel] * (1 + light) + 0.35f * Math.max(0, light);
                        }
                    });
        }
    }

    /// The strokes of one brush.
    private static final class Layer {
        private final Channels soft;
        private final Canvas canvas;
        private final EdgeFlow flow;
        private final double radius;
        private final float tolerance;
        private final long seed;

        Layer(Channels picture, Canvas canvas, double radius, float tolerance, long seed) {
            double sigma = radius * 0.55;
            this.soft =
                    new Channels(
                            Blur.gaussian(picture.red(), sigma),
                            Blur.gaussian(picture.green(), sigma),
                            Blur.gaussian(picture.blue(), sigma),
                            picture.alpha());
            this.canvas = canvas;
            this.flow = EdgeFlow.of(picture.luma(), Math.max(2, radius * 1.2));
            this.radius = radius;
            this.tolerance = tolerance;
            this.seed = seed;
        }

        List<Stroke> strokes() {
            int grid = (int) Math.max(2, Math.round(radius * 1.15));
            int columns = (soft.width() + grid - 1) / grid;
            int rows = (soft.height() + grid - 1) / grid;
            List<List<Stroke>> found = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                found.add(new ArrayList<>());
            }
            Rows.each(
                    rows,
                    row -> {
                        for (int column = 0; column < columns; column++) {
                            begin(row, column, grid, found.get(row));
                        }
                    });
            return found.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingLong(Stroke::order))
                    .toList();
        }

        private void begin(int row, int column, int grid, List<Stroke> found) {
            long salt = Mixing.bits(seed, row, column);
            int x = Math.min(soft.width() - 1, column * grid + Mixing.below(grid, salt, 1, 0));
            int y = Math.min(soft.height() - 1, row * grid + Mixing.below(grid, salt, 2, 0));
            if (tolerance < 0 || unlike(x, y) > tolerance) {
                found.add(stroke(x, y, salt));
            }
        }

        /// How unlike the picture the canvas is, in the neighbourhood's corners and middle.
        private float unlike(int x, int y) {
            int reach = (int) Math.max(1, radius / 2);
            float sum = 0;
            for (int corner = 0; corner < 5; corner++) {
                int dx = corner == 4 ? 0 : (corner & 1) * 2 * reach - reach;
                int dy = corner == 4 ? 0 : (corner >> 1) * 2 * reach - reach;
                int i =
                        Math.clamp(y + dy, 0, soft.height() - 1) * soft.width()
                                + Math.clamp(x + dx, 0, soft.width() - 1);
                sum += difference(canvas.colours, i, i);
            }
            return sum / 5;
        }

        private float difference(Channels other, int otherIndex, int index) {
            float red = other.red().values()[otherIndex] - soft.red().values()[index];
            float green = other.green().values()[otherIndex] - soft.green().values()[index];
            float blue = other.blue().values()[otherIndex] - soft.blue().values()[index];
            return (float) Math.sqrt((red * red + green * green + blue * blue) / 3);
        }

        private Stroke stroke(int x, int y, long salt) {
            int start = y * soft.width() + x;
            List<float[]> path = new ArrayList<>();
            path.add(new float[] {x, y});
            extend(path, start, 1, true);
            extend(path, start, -1, false);
            float shade = 0.05f * (Mixing.unit(salt, 3, 0) - 0.5f);
            float warmth = 0.04f * (Mixing.unit(salt, 4, 0) - 0.5f);
            float[] colour = {
                soft.red().values()[start] + shade + warmth,
                soft.green().values()[start] + shade,
                soft.blue().values()[start] + shade - warmth
            };
            return new Stroke(List.copyOf(path), (float) radius, colour, salt);
        }

        /// Follows the flow while the picture keeps the stroke's colour.
        private void extend(List<float[]> path, int start, int sense, boolean atEnd) {
            float step = (float) Math.max(1, radius * 0.8);
            float x = start % soft.width();
            float y = Math.floorDiv(start, soft.width());
            float directionX = sense * flow.x().values()[start];
            float directionY = sense * flow.y().values()[start];
            for (int k = 0; k < LONGEST; k++) {
                x += step * directionX;
                y += step * directionY;
                if (x < 0 || y < 0 || x > soft.width() - 1 || y > soft.height() - 1) {
                    return;
                }
                int i = Math.round(y) * soft.width() + Math.round(x);
                if (difference(soft, start, i) > 0.07f) {
                    return;
                }
                path.add(atEnd ? path.size() : 0, new float[] {x, y});
                float nextX = flow.x().values()[i];
                float nextY = flow.y().values()[i];
                int turned = nextX * directionX + nextY * directionY < 0 ? -1 : 1;
                // Strokes bend slowly.
                directionX = 0.4f * directionX + 0.6f * turned * nextX;
                directionY = 0.4f * directionY + 0.6f * turned * nextY;
                float length = (float) Math.max(1e-3, Math.hypot(directionX, directionY));
                directionX /= length;
                directionY /= length;
            }
        }
    }

    /// One stroke.
    ///
    /// @param path its places, one after another
    /// @param order when it is painted, by chance
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Stroke(List<float[]> path, float radius, float[] colour, long order) {
        private static final int BRISTLES = 16;

        /// How thick each bristle lays the paint, and where it runs dry.
        private float[] bristles() {
            float[] bristles = new float[2 * BRISTLES];
            for (int k = 0; k < bristles.length; k++) {
                bristles[k] = Mixing.unit(order, k, 8);
            }
            return bristles;
        }

        void paint(Canvas canvas, int top, int rows) {
            float @Nullable [] bristles = null;
            for (int k = Math.min(1, path.size() - 1); k < path.size(); k++) {
                float[] from = path.get(Math.max(0, k - 1));
                if (Math.max(from[1], path.get(k)[1]) + radius >= top
                        && Math.min(from[1], path.get(k)[1]) - radius < top + rows) {
                    bristles = bristles == null ? bristles() : bristles;
                    segment(canvas, bristles, from, path.get(k), k, top, rows);
                }
            }
        }

        /// The pixels nearer than the radius to a piece of the path.
        private void segment(
                Canvas canvas,
                float[] bristles,
                float[] from,
                float[] to,
                int k,
                int top,
                int rows) {
            int width = canvas.thickness.width();
            int firstY = (int) Math.max(top, Math.floor(Math.min(from[1], to[1]) - radius));
            int bottom = Math.min(canvas.thickness.height(), top + rows) - 1;
            int lastY = (int) Math.min(bottom, Math.ceil(Math.max(from[1], to[1]) + radius));
            int firstX = (int) Math.max(0, Math.floor(Math.min(from[0], to[0]) - radius));
            int lastX = (int) Math.min(width - 1, Math.ceil(Math.max(from[0], to[0]) + radius));
            float dx = to[0] - from[0];
            float dy = to[1] - from[1];
            float square = Math.max(1e-6f, dx * dx + dy * dy);
            float length = (float) Math.sqrt(square);
            for (int y = firstY; y <= lastY; y++) {
                for (int x = firstX; x <= lastX; x++) {
                    float place = ((x - from[0]) * dx + (y - from[1]) * dy) / square;
                    if (place < 0 && k > 1) {
                        continue; // The piece before has been here.
                    }
                    float t = Math.clamp(place, 0, 1);
                    float awayX = x - from[0] - t * dx;
                    float awayY = y - from[1] - t * dy;
                    float away = awayX * awayX + awayY * awayY;
                    if (away < radius * radius) {
                        float side = length < 1e-2f ? awayX : (awayX * dy - awayY * dx) / length;
                        stamp(
                                canvas,
                                bristles,
                                y * width + x,
                                (float) Math.sqrt(away),
                                side,
                                k + t);
                    }
                }
            }
        }

        private void stamp(
                Canvas canvas, float[] bristles, int i, float away, float side, float along) {
            int bristle = (int) Math.floor(side / Math.max(0.9f, radius / 7)) + BRISTLES / 2;
            float mark = bristles[bristle & BRISTLES - 1];
            float run = bristles[BRISTLES + (bristle & BRISTLES - 1)];
            // Bristles run dry at the end of the stroke, each at its own place.
            float dry = Tones.step(0.75f, 1.15f, along / path.size() + 0.3f * (run - 0.5f));
            float edge = 1 - Tones.step(radius - 1.3f, radius, away);
            float cover = edge * (1 - 0.75f * dry) * (0.80f + 0.20f * mark);
            float shade = 0.045f * (mark - 0.5f);
            mix(canvas.colours.red(), i, colour[0] + shade, cover);
            mix(canvas.colours.green(), i, colour[1] + shade, cover);
            mix(canvas.colours.blue(), i, colour[2] + shade, cover);
            float round = 1 - away * away / (radius * radius);
            float thick = 0.45f * mark + 0.75f * (float) Math.sqrt(Math.max(0, round));
            mix(canvas.thickness, i, thick, cover);
        }

        private static void mix(Plane plane, int i, float value, float cover) {
            plane.values()[i] += cover * (value - plane.values()[i]);
        }
    }
}
