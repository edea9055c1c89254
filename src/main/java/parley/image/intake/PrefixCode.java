package parley.image.intake;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A prefix code for symbols that occur this often (D. A. Huffman, 1952), in the canonical form and
/// the notation of WebP's lossless files (RFC 9649, section 3.7).
final class PrefixCode {
    private static final int LONGEST = 15;
    private static final int LONGEST_OF_LENGTHS = 7;
    private static final int[] ORDER_OF_LENGTHS = {
        17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private final int[] lengths;
    private final int[] codes;
    private final int[] used;

    private PrefixCode(int[] counts, int longest) {
        lengths = lengths(counts, longest);
        codes = codes(lengths);
        used = IntStream.range(0, counts.length).filter(symbol -> counts[symbol] > 0).toArray();
    }

    /// @param counts how often each symbol occurs
    static PrefixCode of(int[] counts) {
        return new PrefixCode(counts, LONGEST);
    }

    private record Node(long weight, int order, int symbol, List<Node> parts) {}

    /// Rare symbols are counted as more frequent until no code is too long, as libwebp does it.
    private static int[] lengths(int[] counts, int longest) {
        int[] lengths = new int[counts.length];
        for (int least = 1; ; least *= 2) {
            PriorityQueue<Node> queue =
                    new PriorityQueue<>(
                            Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
            for (int symbol = 0; symbol < counts.length; symbol++) {
                if (counts[symbol] > 0) {
                    queue.add(new Node(Math.max(counts[symbol], least), symbol, symbol, List.of()));
                }
            }
            int order = counts.length;
            while (queue.size() > 1) {
                Node first = queue.remove();
                Node second = queue.remove();
                queue.add(
                        new Node(first.weight + second.weight, order, -1, List.of(first, second)));
                order++;
            }
            if (queue.isEmpty() || depths(queue.remove(), 0, lengths) <= longest) {
                return lengths;
            }
        }
    }

    private static int depths(Node node, int depth, int[] lengths) {
        if (node.parts.isEmpty()) {
            lengths[node.symbol] = depth;
            return depth;
        }
        return Math.max(
                depths(node.parts.getFirst(), depth + 1, lengths),
                depths(node.parts.getLast(), depth + 1, lengths));
    }

    /// Codes in the order of their lengths, turned round since they are written from their end.
    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(code) >>> (32 - length);
                    code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    /// Writes a symbol: nothing where it is the only one.
    void write(BitWriter out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /// Writes the code itself.
    void writeCode(BitWriter out) {
        boolean isSimple = used.length <= 2 && (used.length == 0 || used[used.length - 1] < 256);
        out.write(isSimple ? 1 : 0, 1);
        if (!isSimple) {
            writeLengths(out);
            return;
        }
        out.write(Math.max(0, used.length - 1), 1);
        out.write(1, 1);
        out.write(used.length == 0 ? 0 : used[0], 8);
        if (used.length == 2) {
            out.write(used[1], 8);
        }
    }

    /// Hears the lengths as they are packed: runs are one symbol and some bits.
    @FunctionalInterface
    private interface Packed {
        void symbol(int symbol, int extra, int extraBits);
    }

    private void writeLengths(BitWriter out) {
        int[] counts = new int[MANY_ZEROS + 1];
        pack((symbol, _, _) -> counts[symbol]++);
        // A code of a single symbol would have no bits.
        counts[0] = Math.max(counts[0], 1);
        counts[ZEROS] = Math.max(counts[ZEROS], 1);
        PrefixCode ofLengths = new PrefixCode(counts, LONGEST_OF_LENGTHS);
        int written = ORDER_OF_LENGTHS.length;
        while (ofLengths.lengths[ORDER_OF_LENGTHS[written - 1]] == 0) {
            written--;
        }
        written = Math.max(written, 4);
        out.write(written - 4, 4);
        for (int i = 0; i < written; i++) {
            out.write(ofLengths.lengths[ORDER_OF_LENGTHS[i]], 3);
        }
        // All lengths follow.
        out.write(0, 1);
        pack((symbol, extra, extraBits) -> {
            ofLengths.write(out, symbol);
            out.write(extra, extraBits);
        });
    }

    private void pack(Packed packed) {
        int previous = 8;
        int at = 0;
        while (at < lengths.length) {
            int length = lengths[at];
            int run = 1;
            while (at + run < lengths.length && lengths[at + run] == length) {
                run++;
            }
            at += run;
            if (length != 0 && length != previous) {
                packed.symbol(length, 0, 0);
                previous = length;
                run--;
            }
            while (run > 0) {
                run -= packRun(length, run, packed);
            }
        }
    }

    private static int packRun(int length, int run, Packed packed) {
        if (run < 3) {
            packed.symbol(length, 0, 0);
            return 1;
        }
        if (length != 0) {
            int taken = Math.min(run, 6);
            packed.symbol(REPEAT, taken - 3, 2);
            return taken;
        }
        int taken = Math.min(run, 138);
        if (taken <= 10) {
            packed.symbol(ZEROS, taken - 3, 3);
        } else {
            packed.symbol(MANY_ZEROS, taken - 11, 7);
        }
        return taken;
    }
}
