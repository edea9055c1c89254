package parley.image.operation.matte;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A sum of decision trees that says how likely something is: gradient boosting (Friedman, "Greedy
/// function approximation: a gradient boosting machine", 2001). All nodes of one depth ask the same
/// question, as in Kohavi, "Bottom-up induction of oblivious, read-once decision graphs", 1994: so
/// a tree is a short list of questions and a table of answers.
///
/// @param depth how many questions each tree asks
/// @param base the logit without any tree
/// @param features which feature each question is about, tree by tree
/// @param thresholds above which the answer is yes
/// @param leaves what a tree adds to the logit, by its answers as bits, the first one highest
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record BoostedTrees(
        int depth, float base, int[] features, float[] thresholds, float[] leaves) {
    /// Answers are whole multiples of one over this.
    public static final float LEAF_UNITS = 8192;

    public BoostedTrees {
        int trees = features.length / depth;
        if (thresholds.length != trees * depth || leaves.length != trees << depth) {
            throw new IllegalArgumentException(
                    "%d questions, %d bounds and %d answers do not fit together."
                            .formatted(features.length, thresholds.length, leaves.length));
        }
    }

    /// How likely it is: 0 to 1.
    ///
    /// @param values a number for each feature
    public double likely(float[] values) {
        return 1 / (1 + StrictMath.exp(-logit(values)));
    }

    public double logit(float[] values) {
        double sum = base;
        for (int question = 0, tree = 0; question < features.length; tree++) {
            int leaf = 0;
            for (int level = 0; level < depth; level++, question++) {
                leaf = 2 * leaf + (values[features[question]] > thresholds[question] ? 1 : 0);
            }
            sum += leaves[(tree << depth) + leaf];
        }
        return sum;
    }

    static BoostedTrees read(DataInputStream in) throws IOException {
        int depth = in.readUnsignedByte();
        int trees = in.readUnsignedShort();
        float base = in.readFloat();
        int[] features = new int[trees * depth];
        float[] thresholds = new float[trees * depth];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readUnsignedByte();
            thresholds[i] = in.readFloat();
        }
        float[] leaves = new float[trees << depth];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = in.readShort() / LEAF_UNITS;
        }
        return new BoostedTrees(depth, base, features, thresholds, leaves);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(depth);
        out.writeShort(features.length / depth);
        out.writeFloat(base);
        for (int i = 0; i < features.length; i++) {
            out.writeByte(features[i]);
            out.writeFloat(thresholds[i]);
        }
        for (float leaf : leaves) {
            out.writeShort(Math.round(leaf * LEAF_UNITS));
        }
    }
}
