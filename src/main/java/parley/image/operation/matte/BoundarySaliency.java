package parley.image.operation.matte;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Finds what stands out from what is connected to the edges of the picture: Zhu, Liang, Wei and
/// Sun, "Saliency optimization from robust background detection", 2014.
final class BoundarySaliency {
    private static final double NEAR_COLOUR = 10;
    private static final double NEAR_PLACE = 0.25;

    private final SmallCopy copy;
    private final PieceGraph graph;
    private final int count;

    private BoundarySaliency(SmallCopy copy, PieceGraph graph) {
        this.copy = copy;
        this.graph = graph;
        count = graph.count();
    }

    /// What it finds, for each piece.
    ///
    /// @param background how likely it is background: 0 to 1
    /// @param contrast how much it differs from the background around it: 0 to 1
    /// @param salient both together: 0 to 1
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Found(double[] background, double[] contrast, double[] salient) {}

    static Found find(SmallCopy copy, PieceGraph graph) {
        BoundarySaliency saliency = new BoundarySaliency(copy, graph);
        double[] background = saliency.background();
        double[] contrast = saliency.contrast(background);
        return new Found(background, contrast, saliency.optimised(background, contrast));
    }

    private double placeDistance(int one, int other) {
        float[] p = graph.pieces().centre(one);
        float[] q = graph.pieces().centre(other);
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
                        StrictMath.exp(
                                -path[other] * path[other] / (2 * NEAR_COLOUR * NEAR_COLOUR));
                area += near;
                length += near * (graph.onEdge(other) > 0 ? 1 : 0);
            }
            double connectivity = length / Math.sqrt(Math.max(1e-9, area));
            likely[k] = 1 - StrictMath.exp(-connectivity * connectivity / 2);
        }
        return likely;
    }

    /// Steps between neighbours smaller than this are no steps.
    private double typicalStep() {
        double[] smallest = new double[count];
        for (int k = 0; k < count; k++) {
            int piece = k;
            smallest[k] =
                    Arrays.stream(graph.neighbours(k))
                            .mapToDouble(other -> graph.colourDistance(piece, other))
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
            for (int next : graph.neighbours(stop.piece())) {
                double step = Math.max(0, graph.colourDistance(stop.piece(), next) - clip);
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
                        graph.colourDistance(k, other)
                                * StrictMath.exp(-place * place / (2 * NEAR_PLACE * NEAR_PLACE))
                                * background[other];
            }
        }
        double most = Math.max(1e-9, Arrays.stream(contrast).max().orElse(1));
        for (int k = 0; k < count; k++) {
            contrast[k] /= most;
        }
        return contrast;
    }

    private double[] optimised(double[] background, double[] contrast) {
        double[][] matrix = new double[count][count];
        for (int k = 0; k < count; k++) {
            matrix[k][k] += background[k] + contrast[k] + 1e-6;
            for (int other : graph.neighbours(k)) {
                double distance = graph.colourDistance(k, other);
                double bond =
                        StrictMath.exp(-distance * distance / (2 * NEAR_COLOUR * NEAR_COLOUR))
                                + 0.1;
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
