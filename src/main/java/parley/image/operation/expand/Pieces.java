package parley.image.operation.expand;

import java.util.Arrays;
import parley.image.pixel.Interleaved;
import parley.image.pixel.PatchMatch.Field;
import parley.image.pixel.Plane;
import parley.image.pixel.Poisson;
import parley.image.pixel.Rows;

/// The added part as pieces cut out of the picture, none of them blurred, joined in the gradient
/// domain.
///
/// Cutting pieces by how far they were moved: Pritch, Kav-Venaki and Peleg, "Shift-map image
/// editing", ICCV 2009; here a pixel follows the most of the neighbourhoods that cover it.
final class Pieces {
    /// A step at a seam fades over about 30 pixels.
    private static final double SCREENING = 1.0 / (30 * 30);

    private static final int CYCLES = 3;
    static final int NOT_MOVED = -1;

    private final Frame frame;
    private final Interleaved source;

    /// For each pixel of the canvas the pixel of the picture it is taken from.
    private final int[] from;

    private Pieces(Frame frame, Interleaved source, int[] from) {
        this.frame = frame;
        this.source = source;
        this.from = from;
    }

    /// Cuts the pieces as the neighbourhoods say.
    ///
    /// @param coarse what the field was found on
    /// @param halvings how many times that is smaller than the frame
    static Pieces of(
            Frame frame,
            Interleaved source,
            Frame coarse,
            Field field,
            Votes votes,
            int radius,
            int halvings) {
        int[] shifts = shifts(coarse, field, votes, radius);
        int[] from = new int[(int) frame.pixels()];
        Rows.each(
                frame.height(),
                y -> {
                    for (int x = 0; x < frame.width(); x++) {
                        from[y * frame.width() + x] =
                                frame.isNew(x, y)
                                        ? moved(frame, coarse, shifts, x, y, halvings)
                                        : NOT_MOVED;
                    }
                });
        new Cuts(frame, source, from).move();
        return new Pieces(frame, source, from);
    }

    private static int moved(Frame frame, Frame coarse, int[] shifts, int x, int y, int halvings) {
        int u = x - frame.left();
        int v = y - frame.top();
        int coarseX = Math.clamp((u >> halvings) + coarse.left(), 0, coarse.width() - 1);
        int coarseY = Math.clamp((v >> halvings) + coarse.top(), 0, coarse.height() - 1);
        int shift = shifts[coarseY * coarse.width() + coarseX];
        int sourceX = u + ((short) shift << halvings);
        int sourceY = v + (shift >> 16 << halvings);
        return Math.clamp(sourceY, 0, frame.source().height() - 1) * frame.source().width()
                + Math.clamp(sourceX, 0, frame.source().width() - 1);
    }

    /// How far the picture is moved to cover each pixel: down in the upper half, across in the
    /// lower.
    private static int[] shifts(Frame frame, Field field, Votes votes, int radius) {
        int[] offered = new int[field.places().length];
        float[] voices = new float[offered.length];
        int stride = frame.source().width();
        Rows.each(
                frame.height(),
                y -> {
                    for (int x = 0; x < frame.width(); x++) {
                        int i = y * frame.width() + x;
                        int place = field.places()[i];
                        if (place != Field.NOWHERE) {
                            int across = place % stride - (x - frame.left());
                            int down = place / stride - (y - frame.top());
                            offered[i] = down << 16 | (across & 0xffff);
                            voices[i] = votes.voice(i);
                        }
                    }
                });
        int[] shifts = new int[offered.length];
        Rows.each(
                frame.height(),
                y -> {
                    Count count = new Count((2 * radius + 1) * (2 * radius + 1));
                    for (int x = 0; x < frame.width(); x++) {
                        count.clear();
                        count.around(frame, offered, voices, x, y, radius);
                        shifts[y * frame.width() + x] = count.most();
                    }
                });
        return shifts;
    }

    /// Counts voices.
    private static final class Count {
        private final int[] keys;
        private final float[] sums;
        private int size;
        private int last;

        Count(int most) {
            keys = new int[most];
            sums = new float[most];
        }

        void clear() {
            size = 0;
        }

        void around(Frame frame, int[] offered, float[] voices, int x, int y, int radius) {
            int bottom = Math.min(frame.height() - 1, y + radius);
            int right = Math.min(frame.width() - 1, x + radius);
            for (int row = Math.max(0, y - radius); row <= bottom; row++) {
                for (int column = Math.max(0, x - radius); column <= right; column++) {
                    int i = row * frame.width() + column;
                    if (voices[i] > 0) {
                        add(offered[i], voices[i]);
                    }
                }
            }
        }

        private void add(int key, float voice) {
            if (last < size && keys[last] == key) {
                sums[last] += voice;
                return;
            }
            for (int i = 0; i < size; i++) {
                if (keys[i] == key) {
                    sums[i] += voice;
                    last = i;
                    return;
                }
            }
            last = size;
            keys[size] = key;
            sums[size++] = voice;
        }

        int most() {
            int best = 0;
            for (int i = 1; i < size; i++) {
                if (sums[i] > sums[best]) {
                    best = i;
                }
            }
            return size == 0 ? 0 : keys[best];
        }
    }

    /// The canvas with the pieces in it, joined.
    Interleaved joined() {
        Interleaved canvas = frame.canvas(source);
        int depth = source.depth();
        for (int i = 0; i < from.length; i++) {
            if (from[i] != NOT_MOVED) {
                System.arraycopy(
                        source.values(), from[i] * depth, canvas.values(), i * depth, depth);
            }
        }
        Plane added = frame.added();
        for (int channel = 0; channel < depth; channel++) {
            join(canvas, added, channel);
        }
        return canvas;
    }

    private void join(Interleaved canvas, Plane added, int channel) {
        Plane excess = Plane.empty(frame.width(), frame.height());
        Rows.each(
                frame.height(),
                y -> {
                    for (int x = 0; x < frame.width(); x++) {
                        if (from[y * frame.width() + x] != NOT_MOVED) {
                            excess.set(x, y, excess(canvas, x, y, channel));
                        }
                    }
                });
        Plane correction = Poisson.correction(excess, added, SCREENING, CYCLES);
        for (int i = 0; i < from.length; i++) {
            canvas.values()[i * source.depth() + channel] += correction.values()[i];
        }
    }

    private float excess(Interleaved canvas, int x, int y, int channel) {
        float sum = 0;
        sum += x > 0 ? mismatch(canvas, x, y, -1, 0, channel) : 0;
        sum += x < frame.width() - 1 ? mismatch(canvas, x, y, 1, 0, channel) : 0;
        sum += y > 0 ? mismatch(canvas, x, y, 0, -1, channel) : 0;
        sum += y < frame.height() - 1 ? mismatch(canvas, x, y, 0, 1, channel) : 0;
        return -sum;
    }

    /// By how much the slope that the pieces come from differs from the one at their seam.
    private float mismatch(Interleaved canvas, int x, int y, int dx, int dy, int channel) {
        int here = y * frame.width() + x;
        int there = here + dy * frame.width() + dx;
        int depth = source.depth();
        int stride = source.width();
        if (from[there] == from[here] + dy * stride + dx) {
            return 0;
        }
        float slope = 0;
        int known = 0;
        if (inside(from[here], dx, dy)) {
            slope +=
                    source.values()[(from[here] + dy * stride + dx) * depth + channel]
                            - source.values()[from[here] * depth + channel];
            known++;
        }
        if (from[there] != NOT_MOVED && inside(from[there], -dx, -dy)) {
            slope +=
                    source.values()[from[there] * depth + channel]
                            - source.values()[(from[there] - dy * stride - dx) * depth + channel];
            known++;
        }
        if (known == 0) {
            return 0;
        }
        float step =
                canvas.values()[there * depth + channel] - canvas.values()[here * depth + channel];
        return slope / known - step;
    }

    private boolean inside(int place, int dx, int dy) {
        int x = place % source.width() + dx;
        int y = place / source.width() + dy;
        return x >= 0 && y >= 0 && x < source.width() && y < source.height();
    }

    /// Where the canvas comes from, for the parts that are added; others come from nowhere.
    int[] origins() {
        return Arrays.copyOf(from, from.length);
    }
}
