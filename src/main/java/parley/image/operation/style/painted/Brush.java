package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.EdgeFlow;
import parley.image.pixel.Kernel;
import parley.image.pixel.Mixing;
import parley.image.pixel.Noise;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;

/// Plans the strokes of one brush: where they begin, which way they run, what colour they have. It
/// looks at a picture so small that the brush is a few pixels wide.
final class Brush {
    /// The brush's radius in what it looks at, in pixels.
    private static final double SEEN_RADIUS = 2.85;

    private static final double WORTH_IT = 1.2;
    private static final int LONGEST = 6;
    private static final float LIVELY = 0.02f;
    private static final float OTHER_COLOUR = 0.07f;

    private final OilCanvas canvas;
    private final double radius;
    private final long seed;
    private final int width;
    private final int height;

    /// What the brush sees, and how many times smaller it is than the picture.
    private final Channels soft;

    private final EdgeFlow flow;
    private final double times;

    /// @param radius in pixels
    Brush(Subject subject, OilCanvas canvas, double radius, long seed) {
        this.canvas = canvas;
        this.radius = radius;
        this.seed = seed;
        width = subject.width();
        height = subject.height();
        Channels seen = seen(subject, radius / SEEN_RADIUS);
        times = (double) width / seen.width();
        double sigma = radius / times * 0.55;
        soft =
                new Channels(
                        Blur.gaussian(seen.red(), sigma),
                        Blur.gaussian(seen.green(), sigma),
                        Blur.gaussian(seen.blue(), sigma),
                        seen.alpha());
        flow = EdgeFlow.of(lively(seen.luma(), seed), Math.max(2, radius * 1.2) / times);
    }

    private static Channels seen(Subject subject, double smaller) {
        Subject draft = subject.draft();
        double factor = smaller / subject.timesDraft();
        if (factor < WORTH_IT) {
            return draft.picture();
        }
        Size size =
                new Size(
                        Math.max(1, (int) Math.round(draft.width() / factor)),
                        Math.max(1, (int) Math.round(draft.height() / factor)));
        return Resize.channels(draft.picture(), size, Kernel.BILINEAR);
    }

    /// Luma with a little of chance, so that strokes turn where nothing gives them a direction.
    private static Plane lively(Plane luma, long seed) {
        Plane noise = Noise.white(luma.width(), luma.height(), seed);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = luma.values()[i] + LIVELY * (noise.values()[i] - 0.5f);
        }
        return noise;
    }

    /// The strokes in the order in which they are painted.
    ///
    /// @param tolerance how unlike the picture the canvas may stay, of 1; below 0 it is painted
    ///   everywhere
    List<BrushStroke> strokes(float tolerance) {
        int grid = (int) Math.max(2, Math.round(radius * 1.15));
        int columns = (width + grid - 1) / grid;
        int rows = (height + grid - 1) / grid;
        List<List<BrushStroke>> found = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            found.add(new ArrayList<>());
        }
        Rows.each(
                rows,
                row -> {
                    for (int column = 0; column < columns; column++) {
                        begin(row, column, grid, tolerance, found.get(row));
                    }
                });
        return found.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(BrushStroke::order))
                .toList();
    }

    private void begin(int row, int column, int grid, float tolerance, List<BrushStroke> found) {
        long salt = Mixing.bits(seed, row, column);
        int x = Math.min(width - 1, column * grid + Mixing.below(grid, salt, 1, 0));
        int y = Math.min(height - 1, row * grid + Mixing.below(grid, salt, 2, 0));
        if (tolerance < 0 || unlike(x, y) > tolerance) {
            found.add(stroke(x, y, salt));
        }
    }

    /// How unlike the picture the canvas is, in the neighbourhood's corners and middle.
    private float unlike(int x, int y) {
        int reach = (int) Math.max(1, radius / 2);
        float sum = difference(canvas.colours(), y * width + x, seenAt(x, y));
        for (int corner = 0; corner < 4; corner++) {
            int atX = Math.clamp(x + (corner & 1) * 2L * reach - reach, 0, width - 1);
            int atY = Math.clamp(y + (corner >> 1) * 2L * reach - reach, 0, height - 1);
            sum += difference(canvas.colours(), atY * width + atX, seenAt(atX, atY));
        }
        return sum / 5;
    }

    /// The index in what the brush sees of a place in the picture.
    private int seenAt(float x, float y) {
        int column = Math.min(soft.width() - 1, (int) ((x + 0.5) / times));
        int row = Math.min(soft.height() - 1, (int) ((y + 0.5) / times));
        return row * soft.width() + column;
    }

    private float difference(Channels other, int otherIndex, int index) {
        float red = other.red().values()[otherIndex] - soft.red().values()[index];
        float green = other.green().values()[otherIndex] - soft.green().values()[index];
        float blue = other.blue().values()[otherIndex] - soft.blue().values()[index];
        return (float) Math.sqrt((red * red + green * green + blue * blue) / 3);
    }

    private BrushStroke stroke(int x, int y, long salt) {
        int start = seenAt(x, y);
        float[] path = new float[2 * (2 * LONGEST + 1)];
        // Forwards from the middle, then the way back before it.
        int middle = 2 * LONGEST;
        path[middle] = x;
        path[middle + 1] = y;
        int end = follow(path, start, 1);
        int begin = follow(path, start, -1);
        float shade = 0.05f * (Mixing.unit(salt, 3, 0) - 0.5f);
        float warmth = 0.04f * (Mixing.unit(salt, 4, 0) - 0.5f);
        float[] colour = {
            soft.red().values()[start] + shade + warmth,
            soft.green().values()[start] + shade,
            soft.blue().values()[start] + shade - warmth
        };
        float[] places = Arrays.copyOfRange(path, begin, end + 2);
        return new BrushStroke(places, (float) radius, colour, salt);
    }

    /// Follows the flow while the picture keeps the stroke's colour.
    ///
    /// @return the index of the last place
    private int follow(float[] path, int start, int sense) {
        float step = (float) Math.max(1, radius * 0.8);
        int at = 2 * LONGEST;
        float x = path[at];
        float y = path[at + 1];
        float directionX = sense * flow.x().values()[start];
        float directionY = sense * flow.y().values()[start];
        for (int k = 0; k < LONGEST; k++) {
            x += step * directionX;
            y += step * directionY;
            if (x < 0 || y < 0 || x > width - 1 || y > height - 1) {
                return at;
            }
            int i = seenAt(x, y);
            if (difference(soft, start, i) > OTHER_COLOUR) {
                return at;
            }
            at += 2 * sense;
            path[at] = x;
            path[at + 1] = y;
            float nextX = flow.x().values()[i];
            float nextY = flow.y().values()[i];
            int turned = nextX * directionX + nextY * directionY < 0 ? -1 : 1;
            // Strokes bend slowly.
            directionX = 0.4f * directionX + 0.6f * turned * nextX;
            directionY = 0.4f * directionY + 0.6f * turned * nextY;
            float square = directionX * directionX + directionY * directionY;
            float length = (float) Math.max(1e-3, Math.sqrt(square));
            directionX /= length;
            directionY /= length;
        }
        return at;
    }
}
