package parley.image.operation.matte.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import parley.image.operation.matte.BoostedTrees;
import parley.image.pixel.Mixing;

/// Learns [BoostedTrees] for the logistic loss, with second derivatives as in Chen and Guestrin,
/// "XGBoost: a scalable tree boosting system", 2016, and half of the examples for each tree
/// (Friedman, "Stochastic gradient boosting", 2002). Sums are made in a fixed order: the same
/// examples give the same trees.
final class Boosting {
    private static final int BINS = 64;
    private static final double RIDGE = 3;
    private static final double RATE = 0.12;

    private final int depth;
    private final float[][] examples;
    private final float[] targets;
    private final float[] weights;
    private final int count;
    private final float[][] bounds;
    private final byte[][] bins;
    private final double[] logits;
    private final float[] slopes;
    private final float[] bends;
    private final int[] nodes;

    /// @param examples a row of features for each
    /// @param targets how much of it is so: 0 to 1
    /// @param weights how much each counts
    Boosting(float[][] examples, float[] targets, float[] weights, int depth) {
        this.depth = depth;
        this.examples = examples;
        this.targets = targets;
        this.weights = weights;
        count = examples[0].length;
        bounds = new float[count][];
        bins = new byte[count][];
        IntStream.range(0, count).parallel().forEach(this::bin);
        logits = new double[examples.length];
        slopes = new float[examples.length];
        bends = new float[examples.length];
        nodes = new int[examples.length];
    }

    private void bin(int feature) {
        float[] sorted = new float[examples.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = examples[i][feature];
        }
        Arrays.sort(sorted);
        float[] edges = new float[BINS - 1];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = sorted[(int) ((long) sorted.length * (k + 1) / BINS)];
        }
        bounds[feature] = edges;
        byte[] made = new byte[examples.length];
        for (int i = 0; i < made.length; i++) {
            float value = examples[i][feature];
            int low = 0;
            int high = edges.length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (value > edges[middle]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            made[i] = (byte) low;
        }
        bins[feature] = made;
    }

    BoostedTrees learn(int trees) {
        float base = base();
        Arrays.fill(logits, base);
        int[] features = new int[trees * depth];
        float[] thresholds = new float[trees * depth];
        float[] leaves = new float[trees << depth];
        for (int tree = 0; tree < trees; tree++) {
            int[] rows = differentiate(tree);
            Arrays.fill(nodes, 0);
            for (int level = 0; level < depth; level++) {
                Split split = best(rows, 1 << level);
                features[tree * depth + level] = split.feature();
                thresholds[tree * depth + level] = bounds[split.feature()][split.bin()];
                byte[] own = bins[split.feature()];
                for (int i = 0; i < nodes.length; i++) {
                    nodes[i] = 2 * nodes[i] + (own[i] > split.bin() ? 1 : 0);
                }
            }
            answer(rows, leaves, tree);
        }
        return new BoostedTrees(depth, base, features, thresholds, leaves);
    }

    private float base() {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += weights[i] * targets[i];
            all += weights[i];
        }
        double mean = Math.clamp(sum / all, 1e-4, 1 - 1e-4);
        return (float) StrictMath.log(mean / (1 - mean));
    }

    /// The examples that this tree learns from, and where their loss goes.
    private int[] differentiate(int tree) {
        int[] rows = new int[targets.length];
        int end = 0;
        for (int i = 0; i < targets.length; i++) {
            if (Mixing.unit(17, tree, i) >= 0.5f) {
                continue;
            }
            double likely = 1 / (1 + StrictMath.exp(-logits[i]));
            slopes[i] = (float) (weights[i] * (targets[i] - likely));
            bends[i] = (float) (weights[i] * Math.max(1e-4, likely * (1 - likely)));
            rows[end++] = i;
        }
        return Arrays.copyOf(rows, end);
    }

    private record Split(int feature, int bin, double gain) {}

    private Split best(int[] rows, int width) {
        Split[] splits = new Split[count];
        IntStream.range(0, count)
                .parallel()
                .forEach(feature -> splits[feature] = best(rows, width, feature));
        Split best = splits[0];
        for (Split split : splits) {
            best = split.gain() > best.gain() ? split : best;
        }
        return best;
    }

    private Split best(int[] rows, int width, int feature) {
        double[] slope = new double[width * BINS];
        double[] bend = new double[width * BINS];
        byte[] own = bins[feature];
        for (int i : rows) {
            int cell = nodes[i] * BINS + own[i];
            slope[cell] += slopes[i];
            bend[cell] += bends[i];
        }
        double[] gains = new double[BINS];
        for (int node = 0; node < width; node++) {
            addGains(slope, bend, node * BINS, gains);
        }
        int best = 0;
        for (int bin = 1; bin < BINS - 1; bin++) {
            best = gains[bin] > gains[best] ? bin : best;
        }
        return new Split(feature, best, gains[best]);
    }

    private static void addGains(double[] slope, double[] bend, int start, double[] gains) {
        double allSlope = 0;
        double allBend = 0;
        for (int bin = 0; bin < BINS; bin++) {
            allSlope += slope[start + bin];
            allBend += bend[start + bin];
        }
        double left = 0;
        double leftBend = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            left += slope[start + bin];
            leftBend += bend[start + bin];
            double right = allSlope - left;
            gains[bin] +=
                    left * left / (leftBend + RIDGE) + right * right / (allBend - leftBend + RIDGE);
        }
    }

    private void answer(int[] rows, float[] leaves, int tree) {
        int width = 1 << depth;
        double[] slope = new double[width];
        double[] bend = new double[width];
        for (int i : rows) {
            slope[nodes[i]] += slopes[i];
            bend[nodes[i]] += bends[i];
        }
        for (int leaf = 0; leaf < width; leaf++) {
            double value = Math.clamp(RATE * slope[leaf] / (bend[leaf] + RIDGE), -3.0, 3.0);
            leaves[tree * width + leaf] =
                    Math.round(value * BoostedTrees.LEAF_UNITS) / BoostedTrees.LEAF_UNITS;
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] += leaves[tree * width + nodes[i]];
        }
    }
}
