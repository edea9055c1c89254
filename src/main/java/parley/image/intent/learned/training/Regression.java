package parley.image.intent.learned.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import parley.image.intent.learned.IntentModel;
import parley.image.intent.learned.training.IntentTraining.Example;

/// Multinomial logistic regression by gradient steps whose length shrinks for what was seen often
/// (AdaGrad, Duchi et al. 2011), with weight decay. In a fixed order and with [StrictMath], so that
/// the result is the same everywhere.
final class Regression {
    private static final int ROUNDS = 10;
    private static final double STEP = 0.5;
    private static final double DECAY = 2e-5;
    private static final int CLASSES = IntentModel.CLASSES;

    private final double[] weights;

    private Regression(double[] weights) {
        this.weights = weights;
    }

    static Regression of(List<Example> examples, long seed) {
        int buckets = 0;
        for (Example example : examples) {
            for (int feature : example.features()) {
                buckets = Math.max(buckets, feature + 1);
            }
        }
        Regression regression = new Regression(new double[buckets * CLASSES]);
        double[] squares = new double[buckets * CLASSES];
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                regression.step(example, squares);
            }
        }
        return regression;
    }

    private void step(Example example, double[] squares) {
        int[] features = example.features();
        double value = 1 / Math.sqrt(Math.max(1, features.length));
        double[] shares = IntentModel.softmax(sums(features, value));
        for (int k = 0; k < CLASSES; k++) {
            double error = (shares[k] - (k == example.label() ? 1 : 0)) * value;
            for (int feature : features) {
                int at = feature * CLASSES + k;
                double gradient = error + DECAY * weights[at];
                squares[at] += gradient * gradient;
                weights[at] -= STEP * gradient / (Math.sqrt(squares[at]) + 1e-4);
            }
        }
    }

    private double[] sums(int[] features, double value) {
        double[] sums = new double[CLASSES];
        for (int feature : features) {
            int at = feature * CLASSES;
            if (at < weights.length) {
                for (int k = 0; k < CLASSES; k++) {
                    sums[k] += weights[at + k];
                }
            }
        }
        for (int k = 0; k < CLASSES; k++) {
            sums[k] *= value;
        }
        return sums;
    }

    /// What sums must be divided by so that the examples, which were not learned from, are least
    /// surprising.
    float temperature(List<Example> examples) {
        double best = Double.MAX_VALUE;
        float found = 1;
        for (int tenths = 5; tenths <= 50; tenths++) {
            double surprise = 0;
            for (Example example : examples) {
                double value = 10.0 / (tenths * Math.sqrt(Math.max(1, example.features().length)));
                double[] shares = IntentModel.softmax(sums(example.features(), value));
                surprise -= StrictMath.log(Math.max(1e-9, shares[example.label()]));
            }
            if (surprise < best) {
                best = surprise;
                found = tenths / 10f;
            }
        }
        return found;
    }

    /// The weights in bytes.
    IntentModel model(float temperature, Set<String> wanted, Set<String> known) {
        double most = 0;
        for (double weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        float unit = (float) (most / Byte.MAX_VALUE);
        byte[] bytes = new byte[IntentModel.LENGTH];
        for (int i = 0; i < weights.length; i++) {
            bytes[i] = (byte) Math.round(weights[i] / unit);
        }
        return new IntentModel(bytes, unit, temperature, wanted, known);
    }
}
