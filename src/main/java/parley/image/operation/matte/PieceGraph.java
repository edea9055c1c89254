package parley.image.operation.matte;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Which pieces of a picture touch, and which lie at its edges.
final class PieceGraph {
    static final int SIDES = 4;

    private final Superpixels pieces;
    private final int[][] neighbours;
    private final double[][] onSide;

    private PieceGraph(Superpixels pieces, int[][] neighbours, double[][] onSide) {
        this.pieces = pieces;
        this.neighbours = neighbours;
        this.onSide = onSide;
    }

    static PieceGraph of(SmallCopy copy, Superpixels pieces) {
        int count = pieces.count();
        BitSet[] sets = new BitSet[count];
        Arrays.setAll(sets, ignored -> new BitSet(count));
        double[][] onSide = new double[SIDES][count];
        int[] label = pieces.label();
        int width = copy.width();
        int height = copy.height();
        for (int i = 0; i < label.length; i++) {
            int x = i % width;
            int y = i / width;
            if (x < width - 1) {
                join(sets, label[i], label[i + 1]);
            }
            if (y < height - 1) {
                join(sets, label[i], label[i + width]);
            }
            onSide[0][label[i]] += x == 0 ? 1 : 0;
            onSide[1][label[i]] += y == 0 ? 1 : 0;
            onSide[2][label[i]] += x == width - 1 ? 1 : 0;
            onSide[3][label[i]] += y == height - 1 ? 1 : 0;
        }
        int[][] neighbours = new int[count][];
        Arrays.setAll(neighbours, k -> sets[k].stream().toArray());
        return new PieceGraph(pieces, neighbours, onSide);
    }

    private static void join(BitSet[] sets, int one, int other) {
        if (one != other) {
            sets[one].set(other);
            sets[other].set(one);
        }
    }

    Superpixels pieces() {
        return pieces;
    }

    int count() {
        return neighbours.length;
    }

    int[] neighbours(int piece) {
        return neighbours[piece];
    }

    /// How many of its pixels lie on the edges of the picture.
    double onEdge(int piece) {
        double sum = 0;
        for (double[] side : onSide) {
            sum += side[piece];
        }
        return sum;
    }

    /// The pieces that lie on one side of the picture: left, top, right, bottom.
    int[] side(int side) {
        return IntStream.range(0, count()).filter(k -> onSide[side][k] > 0).toArray();
    }

    /// The distance of the mean colours of two pieces, in L\*a\*b\* units.
    double colourDistance(int one, int other) {
        float[] p = pieces.centre(one);
        float[] q = pieces.centre(other);
        double lightness = p[0] - q[0];
        double a = p[1] - q[1];
        double b = p[2] - q[2];
        return Math.sqrt(lightness * lightness + a * a + b * b);
    }
}
