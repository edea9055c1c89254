package parley.image.onnx.diffusion;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;

/// A graph that is loaded, with inputs of any shape. Values are floats here; the graph gets them in
/// the type that it says: floats, half floats, whole numbers.
final class Network implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs = new LinkedHashMap<>();

    /// Numbers in a shape.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Values(float[] numbers, long... shape) {}

    private Network(String name, OrtSession session) throws OrtException {
        this.name = name;
        this.session = session;
        session.getInputInfo()
                .forEach((input, info) -> {
                    if (info.getInfo() instanceof TensorInfo tensor) {
                        inputs.put(input, tensor);
                    }
                });
    }

    /// @param name how messages call it
    /// @throws ImageEngineException if it cannot be loaded
    static Network load(String name, Path file, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(
                    threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return new Network(
                    name, OrtEnvironment.getEnvironment().createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    ("%s cannot be loaded: it is damaged, is no ONNX model, or needs operators that"
                                    + " ONNX Runtime does not have.")
                            .formatted(name),
                    null,
                    e);
        }
    }

    boolean takes(String input) {
        return inputs.containsKey(input);
    }

    /// How long the side of an input is; empty where any will do.
    Optional<Integer> side(String input, int dimension) {
        TensorInfo info = inputs.get(input);
        return info == null || info.getShape().length <= dimension || info.getShape()[dimension] < 1
                ? Optional.empty()
                : Optional.of((int) info.getShape()[dimension]);
    }

    /// Its first output.
    ///
    /// @param given by the names of inputs; all of them
    /// @throws ImageEngineException if inputs are missing, or it does not run
    Values run(Map<String, Values> given) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, TensorInfo> input : inputs.entrySet()) {
                Values values = given.get(input.getKey());
                if (values == null) {
                    throw new ImageEngineException(
                            Kind.MISCONFIGURED,
                            "%s wants an input %s, which is not known."
                                    .formatted(name, input.getKey()));
                }
                tensors.put(input.getKey(), tensor(input.getValue(), values));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                return read(result);
            }
        } catch (OrtException e) {
            throw new ImageEngineException(
                    Kind.FAILED, "%s failed at its work.".formatted(name), null, e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Values read(OrtSession.Result result) {
        FloatBuffer buffer =
                result.get(0) instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
        if (buffer == null) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED, "%s does not give numbers back.".formatted(name));
        }
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return new Values(numbers, ((OnnxTensor) result.get(0)).getInfo().getShape());
    }

    private OnnxTensor tensor(TensorInfo info, Values values) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        // A single number may be wanted with or without a dimension.
        long[] shape =
                values.numbers().length == 1 && info.getShape().length < 2
                        ? ones(info.getShape().length)
                        : values.shape();
        FloatBuffer floats = FloatBuffer.wrap(values.numbers());
        return switch (info.type) {
            case FLOAT -> OnnxTensor.createTensor(environment, floats, shape);
            case FLOAT16 -> {
                ShortBuffer halves = Fp16Conversions.convertFloatBufferToFp16Buffer(floats);
                yield OnnxTensor.createTensor(environment, halves, shape, OnnxJavaType.FLOAT16);
            }
            case INT64 ->
                    OnnxTensor.createTensor(
                            environment, LongBuffer.wrap(longs(values.numbers())), shape);
            case INT32 ->
                    OnnxTensor.createTensor(
                            environment, IntBuffer.wrap(integers(values.numbers())), shape);
            case DOUBLE, INT8, INT16, UINT8, BOOL, STRING, BFLOAT16, UNKNOWN ->
                    throw new ImageEngineException(
                            Kind.MISCONFIGURED,
                            "%s wants numbers of the type %s, which are not given."
                                    .formatted(name, info.type));
        };
    }

    private static long[] ones(int dimensions) {
        long[] ones = new long[dimensions];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static long[] longs(float[] numbers) {
        long[] longs = new long[numbers.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = Math.round(numbers[i]);
        }
        return longs;
    }

    private static int[] integers(float[] numbers) {
        int[] integers = new int[numbers.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = Math.round(numbers[i]);
        }
        return integers;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model could not be let go.", e);
        }
    }
}
