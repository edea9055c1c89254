package parley.image.intent.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import parley.image.ImageFeature;

/// A multinomial logistic regression over [TextFeatures]: for each feature of pictures, and for
/// talk, how likely it is that a text wants it.
///
/// @param weights bucket by bucket, a byte for each class; talk is the first
/// @param unit what a weight of 1 stands for
/// @param temperature what sums are divided by, so that "nine in ten" is right nine times in ten
///   (Guo et al. 2017, "On Calibration of Modern Neural Networks")
/// @param wanted words that wishes are made of
/// @param known other words that were met in training
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record IntentModel(
        byte[] weights, float unit, float temperature, Set<String> wanted, Set<String> known) {
    private static final List<ImageFeature> FEATURES = List.of(ImageFeature.values());
    public static final int CLASSES = 1 + FEATURES.size();
    public static final int TALK = 0;

    /// Where the learned one is kept, from the root of the class path.
    public static final String RESOURCE = "/parley/image/intent/model.bin";

    public static final int LENGTH = TextFeatures.BUCKETS * CLASSES;

    public IntentModel {
        if (weights.length != LENGTH) {
            throw new IllegalArgumentException(
                    "There are %d weights, not %d.".formatted(weights.length, LENGTH));
        }
        wanted = Set.copyOf(wanted);
        known = Set.copyOf(known);
    }

    private static final class Learned {
        static final IntentModel MODEL = read();

        private static IntentModel read() {
            try (InputStream resource = IntentModel.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException(RESOURCE + " is missing.");
                }
                return of(resource.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The model that comes with the program.
    public static IntentModel learned() {
        return Learned.MODEL;
    }

    /// The class of a feature; [#TALK] is 0.
    public static int classOf(ImageFeature feature) {
        return FEATURES.indexOf(feature) + 1;
    }

    /// How likely each class is, by its number; together 1.
    ///
    /// @param folded as [TextFeatures#of] takes it
    public double[] probabilities(String folded) {
        int[] features = TextFeatures.of(folded);
        double[] sums = new double[CLASSES];
        for (int feature : features) {
            for (int k = 0; k < CLASSES; k++) {
                sums[k] += weights[feature * CLASSES + k];
            }
        }
        double scale = unit / (Math.sqrt(Math.max(1, features.length)) * temperature);
        for (int k = 0; k < CLASSES; k++) {
            sums[k] *= scale;
        }
        return softmax(sums);
    }

    /// Turns sums into shares, in place.
    public static double[] softmax(double[] sums) {
        double most = sums[0];
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = StrictMath.exp(sums[k] - most);
            all += sums[k];
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= all;
        }
        return sums;
    }

    /// Reads what [#bytes] wrote.
    static IntentModel of(byte[] bytes) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            float unit = in.readFloat();
            float temperature = in.readFloat();
            Set<String> wanted = words(in);
            Set<String> known = words(in);
            return new IntentModel(in.readNBytes(LENGTH), unit, temperature, wanted, known);
        }
    }

    private static Set<String> words(DataInputStream in) throws IOException {
        Set<String> words = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return words;
    }

    /// The whole of it, compressed.
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeFloat(unit);
            out.writeFloat(temperature);
            write(out, wanted);
            write(out, known);
            out.write(weights);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Set<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : new TreeSet<>(words)) {
            out.writeUTF(word);
        }
    }
}
