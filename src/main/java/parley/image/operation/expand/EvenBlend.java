package parley.image.operation.expand;

import java.util.Arrays;
import parley.image.operation.expand.EvenSides.Line;
import parley.image.operation.expand.Strip.Edge;
import parley.image.pixel.Blur;
import parley.image.pixel.Interleaved;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Beyond the parts of the edges that are even, an even continuation with the picture's own grain
/// takes the place of pieces, which would bring forms where there are none.
final class EvenBlend {
    /// Deviations from a line: certainly even, and certainly not.
    private static final float EVEN = 3f / 255;

    private static final float UNEVEN = 6f / 255;
    private static final int DEPTH = 12;

    /// Deviations from a plane, of a part of the edge without its grain.
    private static final float LEVEL = 0.6f / 255;

    private static final float UNLEVEL = 1.4f / 255;

    /// How deep that part is: this part of the picture's shorter side, within bounds.
    private static final int SHARE_OF_SIDE = 14;

    private static final int DEEPEST = 64;
    private static final double GRAIN = 2.5;
    private static final int MARGIN = 5;

    private final Frame frame;
    private final Interleaved source;

    EvenBlend(Frame frame, Interleaved source) {
        this.frame = frame;
        this.source = source;
    }

    /// How even an edge is at each place, and how even it is at least around one.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Evenness(float[][] least) {
        static Evenness of(Interleaved source, Edge edge) {
            int deep = Math.min(source.width(), source.height()) / SHARE_OF_SIDE;
            int depth = Math.clamp(deep, DEPTH, DEEPEST);
            boolean lies = edge == Edge.TOP || edge == Edge.BOTTOM;
            float[] even = new float[lies ? source.width() : source.height()];
            Arrays.fill(even, 1);
            for (int channel = 0; channel < source.depth(); channel++) {
                Plane strip = Strip.of(source, edge, channel, depth);
                judgeRows(strip, even);
                judgeSurface(Blur.gaussian(strip, GRAIN), even);
            }
            return new Evenness(ranges(even));
        }

        private static void judgeRows(Plane strip, float[] even) {
            float before = Float.NaN;
            int depth = Math.min(DEPTH, strip.width());
            for (int along = 0; along < even.length; along++) {
                Line line = Line.fitted(strip, 0, 1, along, depth);
                float step = Float.isNaN(before) ? 0 : Math.abs(line.value() - before);
                float rest = Math.max(line.rest(), step / 2);
                even[along] = Math.min(even[along], score(rest, EVEN, UNEVEN));
                before = line.value();
            }
        }

        /// What is even lies on a plane, but for its grain.
        private static void judgeSurface(Plane soft, float[] even) {
            int length = Math.min(even.length, 2 * soft.width());
            float[] rests = new float[even.length - length + 1];
            Rows.each(rests.length, first -> rests[first] = Surface.rest(soft, first, length));
            for (int along = 0; along < even.length; along++) {
                int first = Math.clamp(along - length / 2, 0, rests.length - 1);
                even[along] = Math.min(even[along], score(rests[first], LEVEL, UNLEVEL));
            }
        }

        private static float score(float rest, float even, float uneven) {
            return Math.clamp((uneven - rest) / (uneven - even), 0, 1);
        }

        /// For each power of two, the least of as many from a place on.
        private static float[][] ranges(float[] even) {
            int levels = 32 - Integer.numberOfLeadingZeros(even.length);
            float[][] least = new float[levels][];
            least[0] = even;
            for (int level = 1; level < levels; level++) {
                int half = 1 << (level - 1);
                least[level] = new float[even.length - 2 * half + 1];
                for (int i = 0; i < least[level].length; i++) {
                    least[level][i] = Math.min(least[level - 1][i], least[level - 1][i + half]);
                }
            }
            return least;
        }

        float around(int place, int reach) {
            int first = Math.clamp(place - reach, 0, least[0].length - 1);
            int last = Math.clamp(place + reach, first, least[0].length - 1);
            int level = 31 - Integer.numberOfLeadingZeros(last - first + 1);
            return Math.min(least[level][first], least[level][last - (1 << level) + 1]);
        }
    }

    /// How much of the even continuation there is: 0 to 1.
    private Plane share() {
        Evenness left = Evenness.of(source, Edge.LEFT);
        Evenness right = Evenness.of(source, Edge.RIGHT);
        Evenness top = Evenness.of(source, Edge.TOP);
        Evenness bottom = Evenness.of(source, Edge.BOTTOM);
        // Short even parts between others are chance, not a background.
        int least = MARGIN + (source.width() + source.height()) / 30;
        Plane share = Plane.filled(frame.width(), frame.height(), 1);
        Rows.each(
                frame.height(),
                y -> {
                    for (int x = 0; x < frame.width(); x++) {
                        int u = x - frame.left();
                        int v = y - frame.top();
                        int across = Math.max(-u, u - source.width() + 1);
                        int down = Math.max(-v, v - source.height() + 1);
                        int reach = Math.max(0, Math.max(across, down)) / 2 + least;
                        float even = 1;
                        if (across > 0) {
                            even = (u < 0 ? left : right).around(v, reach);
                        }
                        if (down > 0) {
                            even = Math.min(even, (v < 0 ? top : bottom).around(u, reach));
                        }
                        share.set(x, y, even);
                    }
                });
        return share;
    }

    /// How softly one goes over into the other.
    private double softness() {
        int widest =
                Math.max(
                        Math.max(frame.left(), frame.right()),
                        Math.max(frame.top(), frame.bottom()));
        return Math.clamp(widest / 8.0, 2, 30);
    }

    /// Puts the even continuation into a canvas.
    ///
    /// @param origins where each pixel was taken from in the picture
    void into(Interleaved canvas, int[] origins) {
        Plane share = share();
        boolean none = true;
        for (int i = 0; i < origins.length && none; i++) {
            none = origins[i] < 0 || share.values()[i] == 0;
        }
        if (none) {
            return;
        }
        Plane smooth = Blur.gaussian(share, softness());
        Interleaved even = EvenSides.extended(frame, source);
        int depth = source.depth();
        for (int channel = 0; channel < depth; channel++) {
            Plane own = source.plane(channel);
            Plane soft = Blur.gaussian(own, GRAIN);
            for (int i = 0; i < origins.length; i++) {
                float part = Math.clamp(1.6f * smooth.values()[i] - 0.6f, 0, 1);
                if (origins[i] >= 0 && part > 0) {
                    int place = grainPlace(i % frame.width(), i / frame.width());
                    float grain = own.values()[place] - soft.values()[place];
                    float limited = Math.clamp(grain, -UNEVEN, UNEVEN);
                    int at = i * depth + channel;
                    float goal = even.values()[at] + limited;
                    canvas.values()[at] += part * (goal - canvas.values()[at]);
                }
            }
        }
    }

    /// Where the grain comes from: the strip at the edge that is even, there and back again, each
    /// time a little further along.
    private int grainPlace(int x, int y) {
        int u = x - frame.left();
        int v = y - frame.top();
        int across = Math.max(0, Math.max(-u, u - source.width() + 1));
        int down = Math.max(0, Math.max(-v, v - source.height() + 1));
        int fromX = within(u + shift(down), source.width(), across);
        int fromY = within(v + shift(across), source.height(), down);
        return fromY * source.width() + fromX;
    }

    private static int shift(int distance) {
        return Mixing.below(2 * MARGIN + 1, 0, distance / DEPTH, 0) - MARGIN;
    }

    private static int within(int place, int length, int outside) {
        int depth = Math.min(DEPTH, length);
        int around = Math.floorMod(outside, 2 * depth);
        int inward = around < depth ? around : 2 * depth - 1 - around;
        if (outside > 0) {
            return place < 0 ? inward : length - 1 - inward;
        }
        return Math.clamp(place, 0, length - 1);
    }
}
