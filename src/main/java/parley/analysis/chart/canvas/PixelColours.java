package parley.analysis.chart.canvas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/// The colours of a picture as a palette of at most 256: the most frequent ones exactly, the others
/// as the nearest of these. What is not exact are edges between two colours.
final class PixelColours {
    private static final int MOST = 256;

    /// More colours than this are not told apart; a chart has some thousand.
    private static final int SLOTS = 1 << 16;

    private static final int FREE = -1;

    /// In so many steps colours kept for edges go over into the background.
    private static final int EDGE = 5;

    private final int[] keys = new int[SLOTS];
    private final int[] counts = new int[SLOTS];
    private final byte[] indices = new byte[SLOTS];
    private int used;
    private int[] palette = {};

    private PixelColours() {
        Arrays.fill(keys, FREE);
    }

    /// @param drawn the colours that were drawn with, the background first: they are kept, however
    ///   rare they are, and some of what their edges are made of
    static PixelColours of(int[] pixels, SequencedSet<Integer> drawn) {
        PixelColours colours = new PixelColours();
        colours.count(pixels);
        colours.choose(kept(drawn));
        return colours;
    }

    private static SequencedSet<Integer> kept(SequencedSet<Integer> drawn) {
        SequencedSet<Integer> kept = new LinkedHashSet<>(drawn);
        for (int part = 1; part < EDGE; part++) {
            for (int colour : drawn) {
                kept.add(blend(colour, drawn.getFirst(), part));
            }
        }
        return kept;
    }

    private static int blend(int colour, int background, int part) {
        int blend = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int one = (colour >> shift) & 0xFF;
            int other = (background >> shift) & 0xFF;
            blend |= ((one * part + other * (EDGE - part)) / EDGE) << shift;
        }
        return blend;
    }

    private void count(int[] pixels) {
        int begin = 0;
        while (begin < pixels.length) {
            int colour = pixels[begin];
            int end = begin + 1;
            while (end < pixels.length && pixels[end] == colour) {
                end++;
            }
            int slot = slot(colour & 0xFFFFFF);
            if (keys[slot] != FREE || used < SLOTS / 2) {
                used += keys[slot] == FREE ? 1 : 0;
                keys[slot] = colour & 0xFFFFFF;
                counts[slot] += end - begin;
            }
            begin = end;
        }
    }

    private void choose(SequencedSet<Integer> kept) {
        int[] slots =
                IntStream.range(0, SLOTS)
                        .filter(slot -> keys[slot] != FREE)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(slot -> -counts[slot])
                                        .thenComparingInt(slot -> keys[slot]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        IntStream exact = Arrays.stream(slots).map(slot -> keys[slot]);
        IntStream needed = kept.stream().mapToInt(Integer::intValue);
        boolean isLossless = slots.length <= MOST;
        palette =
                (isLossless ? exact : IntStream.concat(needed, exact))
                        .distinct()
                        .limit(MOST)
                        .toArray();
        for (int slot : slots) {
            indices[slot] = (byte) nearest(keys[slot]);
        }
    }

    private int nearest(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = distance(colour, palette[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16) - (other >> 16);
        int green = ((one >> 8) & 0xFF) - ((other >> 8) & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    /// Red, green and blue of each.
    byte[] palette() {
        byte[] bytes = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            bytes[3 * i] = (byte) (palette[i] >> 16);
            bytes[3 * i + 1] = (byte) (palette[i] >> 8);
            bytes[3 * i + 2] = (byte) palette[i];
        }
        return bytes;
    }

    /// Writes the places in the palette of some pixels.
    void indices(int[] pixels, int from, int count, byte[] into, int at) {
        int last = FREE;
        byte index = 0;
        for (int i = 0; i < count; i++) {
            int colour = pixels[from + i] & 0xFFFFFF;
            if (colour != last) {
                int slot = slot(colour);
                index = keys[slot] == colour ? indices[slot] : (byte) nearest(colour);
                last = colour;
            }
            into[at + i] = index;
        }
    }

    /// Where a colour is, or where it would be.
    private int slot(int colour) {
        int slot = (colour * 0x9E3779B1) >>> 16;
        while (keys[slot] != FREE && keys[slot] != colour) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
