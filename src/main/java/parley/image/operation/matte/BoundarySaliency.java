package parley.image.operation.matte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import parley.image.pixel.Plane;

/// Finds what stands out from what is connected to the edges of the picture: Zhu, Liang, Wei and
/// Sun, "Saliency optimization from robust background detection", 2014.
final class BoundarySaliency {
    private static final double NEAR_COLOUR = 10;
    private static final double NEAR_PLACE = 0.25;

    private final SmallCopy copy;
    private final Superpixels pieces;
    private final int count;
    private final List<List<Integer>> neighbours = new ArrayList<>();
    private final double[] onEdge;

    private BoundarySaliency(SmallCopy copy, Superpixels pieces) {
        this.copy = copy;
        this.pieces = pieces;
        count = pieces.count();
        onEdge = new double[count];
    }

    /// How salient each pixel is: 0 to 1.
    static Plane find(SmallCopy copy, Superpixels pieces) {
        BoundarySaliency saliency = new BoundarySaliency(copy, pieces);
        saliency.connect();
        double[] found = saliency.optimised();
        Plane plane = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (float) found[pieces.label()[i]];
        }
        return plane;
    }

    private void connect() {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            sets.add(new HashSet<>());
        }
        int[] label = pieces.label();
        int width = copy.width();
        for (int i = 0; i < label.length; i++) {
            if (i % width < width - 1) {
                join(sets, label[i], label[i + 1]);
            }
            if (i + width < label.length) {
                join(sets, label[i], label[i + width]);
            }
            if (isOutermost(i)) {
                onEdge[label[i]] = 1;
            }
        }
        for (Set<Integer> set : sets) {
            neighbours.add(set.stream().sorted().toList());
        }
    }

    private boolean isOutermost(int i) {
        int x = i % copy.width();
        int y = i / copy.width();
        return x == 0 || y == 0 || x == copy.width() - 1 || y == copy.height() - 1;
    }

    private static void join(List<Set<Integer>> sets, int one, int other) {
        if (one != other) {
            sets.get(one).add(other);
            sets.get(other).add(one);
        }
    }

    private double colourDistance(int one, int other) {
        float[] p = pieces.centre(one);
        float[] q = pieces.centre(other);
        double lightness = p[0] - q[0];
        double a = p[1] - q[1];
        double b = p[2] - q[2];
        return Math.sqrt(lightness * lightness + a * a + b * b);
    }

    private double placeDistance(int one, int other) {
        float[] p = pieces.centre(one);
        float[] q = pieces.centre(other);
        return Math.hypot(p[3] - q[3], p[4] - q[4]) / Math.max(copy.width(), copy.height());
    }

    /// How likely each piece is background: how much of the region it belongs to lies on the edge.
    private double[] background() {
        double clip = typicalStep();
        double[] likely = new double[count];
        for (int k = 0; k < count; k++) {
            double[] path = paths(k, clip);
            double area = 0;
            double length = 0;
            for (int other = 0; other < count; other++) {
                double near =
                        Math.exp(-path[other] * path[other] / (2 * NEAR_COLOUR * NEAR_COLOUR));
                area += near;
                length += near * onEdge[other];
            }
            double connectivity = length / Math.sqrt(Math.max(1e-9, area));
            likely[k] = 1 - Math.exp(-connectivity * connectivity / 2);
        }
        return likely;
    }

    /// Steps between neighbours smaller than this are no steps.
    private double typicalStep() {
        double[] smallest = new double[count];
        for (int k = 0; k < count; k++) {
            int piece = k;
            smallest[k] =
                    neighbours.get(k).stream()
                            .mapToDouble(other -> colourDistance(piece, other))
                            .min()
                            .orElse(0);
        }
        return Arrays.stream(smallest).average().orElse(0);
    }

    private record Stop(int piece, double length) {}

    private double[] paths(int start, double clip) {
        double[] length = new double[count];
        Arrays.fill(length, Double.MAX_VALUE);
        length[start] = 0;
        PriorityQueue<Stop> queue =
                new PriorityQueue<>((p, q) -> Double.compare(p.length(), q.length()));
        queue.add(new Stop(start, 0));
        while (!queue.isEmpty()) {
            Stop stop = queue.poll();
            // Beyond this nothing counts any more.
            if (stop.length() > length[stop.piece()] || stop.length() > 4 * NEAR_COLOUR) {
                continue;
            }
            for (int next : neighbours.get(stop.piece())) {
                double step = Math.max(0, colourDistance(stop.piece(), next) - clip);
                double longer = stop.length() + step;
                if (longer < length[next]) {
                    length[next] = longer;
                    queue.add(new Stop(next, longer));
                }
            }
        }
        return length;
    }

    private double[] contrast(double[] background) {
        double[] contrast = new double[count];
        for (int k = 0; k < count; k++) {
            for (int other = 0; other < count; other++) {
                double place = placeDistance(k, other);
                contrast[k] +=
                        colourDistance(k, other)
                                * Math.exp(-place * place / (2 * NEAR_PLACE * NEAR_PLACE))
                                * background[other];
            }
        }
        double most = Math.max(1e-9, Arrays.stream(contrast).max().orElse(1));
        for (int k = 0; k < count; k++) {
            contrast[k] /= most;
        }
        return contrast;
    }

    private double[] optimised() {
        double[] background = background();
        double[] contrast = contrast(background);
        double[][] matrix = new double[count][count];
        for (int k = 0; k < count; k++) {
            matrix[k][k] += background[k] + contrast[k] + 1e-6;
            for (int other : neighbours.get(k)) {
                double distance = colourDistance(k, other);
                double bond =
                        Math.exp(-distance * distance / (2 * NEAR_COLOUR * NEAR_COLOUR)) + 0.1;
                matrix[k][k] += bond;
                matrix[k][other] -= bond;
            }
        }
        double[] found = new LinearSystem(matrix).solve(contrast);
        double least = Arrays.stream(found).min().orElse(0);
        double most = Arrays.stream(found).max().orElse(1);
        for (int k = 0; k < count; k++) {
            found[k] = (found[k] - least) / Math.max(1e-9, most - least);
        }
        return found;
    }
}
