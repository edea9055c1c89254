package parley.image.intake;

import java.util.Arrays;

/// Pixels as WebP's lossless files hold them (RFC 9649, section 3.6): each by itself, or so many
/// copied from before.
final class WebpPixels {
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;
    private static final int LEVELS = 256;
    private static final int LONGEST = 4096;
    private static final int SHORTEST = 4;

    /// Distances below this mean neighbours.
    private static final int NEIGHBOURS = 120;

    private static final int FARTHEST = (1 << 20) - NEIGHBOURS;
    private static final int HASH_BITS = 18;

    private final int[] argb;
    private final int width;
    private final int[] latest = new int[1 << HASH_BITS];

    /// The place of a pixel, or less than 0: minus so many, and then how far back they are.
    private int[] tokens;

    private int count;

    private final int[] greens = new int[LEVELS + LENGTHS];
    private final int[] reds = new int[LEVELS];
    private final int[] blues = new int[LEVELS];
    private final int[] alphas = new int[LEVELS];
    private final int[] distances = new int[DISTANCES];

    WebpPixels(int[] argb, int width) {
        this.argb = argb;
        this.width = width;
        this.tokens = new int[argb.length / 4 + 16];
        Arrays.fill(latest, -1);
        tokenize();
    }

    private void tokenize() {
        int at = 0;
        while (at < argb.length) {
            int distance = bestDistance(at);
            int length = distance == 0 ? 0 : length(at, distance);
            if (length < SHORTEST) {
                remember(at);
                count(argb[at]);
                add(at);
                at++;
                continue;
            }
            greens[LEVELS + prefix(length)]++;
            distances[prefix(code(distance))]++;
            add(-length);
            add(distance);
            for (int i = 0; i < length; i++) {
                remember(at + i);
            }
            at += length;
        }
    }

    private void add(int token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, tokens.length * 2);
        }
        tokens[count] = token;
        count++;
    }

    private void count(int pixel) {
        greens[pixel >> 8 & 0xff]++;
        reds[pixel >> 16 & 0xff]++;
        blues[pixel & 0xff]++;
        alphas[pixel >>> 24]++;
    }

    /// The pixel before, the one above, or the last place that began the same way.
    private int bestDistance(int at) {
        int best = 0;
        int longest = 0;
        int same = at + 1 < argb.length ? latest[hash(at)] : -1;
        int[] candidates = {1, width, same >= 0 ? at - same : 0};
        for (int distance : candidates) {
            if (distance < 1 || distance > at || distance > FARTHEST) {
                continue;
            }
            int length = length(at, distance);
            if (length > longest) {
                longest = length;
                best = distance;
            }
        }
        return best;
    }

    private int length(int at, int distance) {
        int most = Math.min(LONGEST, argb.length - at);
        int length = 0;
        while (length < most && argb[at + length] == argb[at + length - distance]) {
            length++;
        }
        return length;
    }

    private int hash(int at) {
        return (argb[at] * 0x9e3779b1 + argb[at + 1] * 0x85ebca6b) >>> (32 - HASH_BITS);
    }

    private void remember(int at) {
        if (at + 1 < argb.length) {
            latest[hash(at)] = at;
        }
    }

    /// Neighbours have numbers of their own: the one above 1, the one before 2.
    private int code(int distance) {
        if (distance == width) {
            return 1;
        }
        return distance == 1 ? 2 : distance + NEIGHBOURS;
    }

    /// The symbol of a number from 1 on; the rest of it follows as [#writeRest] writes it.
    private static int prefix(int number) {
        if (number <= 4) {
            return number - 1;
        }
        int high = 31 - Integer.numberOfLeadingZeros(number - 1);
        return 2 * high + ((number - 1) >> (high - 1) & 1);
    }

    private static void writeRest(BitWriter out, int number) {
        if (number > 4) {
            int bits = 30 - Integer.numberOfLeadingZeros(number - 1);
            out.write(number - 1 & (1 << bits) - 1, bits);
        }
    }

    /// @param isWhole whether it is the picture, and not something that helps to read it
    void write(BitWriter out, boolean isWhole) {
        // No colours that are remembered, and one set of codes.
        out.write(0, 1);
        if (isWhole) {
            out.write(0, 1);
        }
        PrefixCode green = coded(out, greens);
        PrefixCode red = coded(out, reds);
        PrefixCode blue = coded(out, blues);
        PrefixCode alpha = coded(out, alphas);
        PrefixCode distance = coded(out, distances);
        int at = 0;
        while (at < count) {
            int token = tokens[at];
            if (token >= 0) {
                int pixel = argb[token];
                green.write(out, pixel >> 8 & 0xff);
                red.write(out, pixel >> 16 & 0xff);
                blue.write(out, pixel & 0xff);
                alpha.write(out, pixel >>> 24);
                at++;
                continue;
            }
            int back = code(tokens[at + 1]);
            green.write(out, LEVELS + prefix(-token));
            writeRest(out, -token);
            distance.write(out, prefix(back));
            writeRest(out, back);
            at += 2;
        }
    }

    private static PrefixCode coded(BitWriter out, int[] counts) {
        PrefixCode code = PrefixCode.of(counts);
        code.writeCode(out);
        return code;
    }
}
