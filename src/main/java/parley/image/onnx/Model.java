package parley.image.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.onnx.Recipe.Layout;
import parley.image.pixel.Plane;

/// A model that is loaded. Safe for use by many threads.
final class Model implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final List<Input> inputs;

    /// @param height -1 where any will do
    /// @param width -1 where any will do
    record Input(String name, OnnxJavaType type, int channels, int height, int width) {}

    private Model(String name, OrtSession session, List<Input> inputs) {
        this.name = name;
        this.session = session;
        this.inputs = inputs;
    }

    /// Loads it. Its own operators only: libraries that bring others are never loaded.
    ///
    /// @throws ImageEngineException if it cannot be loaded
    static Model load(Path file, Layout layout, int threads) {
        String name = file.getFileName().toString();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(
                    threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session =
                    OrtEnvironment.getEnvironment().createSession(file.toString(), options);
            return new Model(name, session, inputs(name, session, layout));
        } catch (OrtException e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    ("models/onnx/%s cannot be loaded: it is damaged, is no ONNX model, or needs"
                                    + " operators that ONNX Runtime does not have.")
                            .formatted(name),
                    null,
                    e);
        }
    }

    private static List<Input> inputs(String name, OrtSession session, Layout layout)
            throws OrtException {
        List<Input> inputs =
                session.getInputInfo().values().stream().map(info -> input(info, layout)).toList();
        if (inputs.isEmpty() || inputs.getFirst().channels() == 0) {
            session.close();
            throw new ImageEngineException(
                    Kind.MISCONFIGURED, "models/onnx/%s does not take a picture.".formatted(name));
        }
        return inputs;
    }

    private static Input input(NodeInfo info, Layout layout) {
        if (!(info.getInfo() instanceof TensorInfo tensor) || tensor.getShape().length != 4) {
            return new Input(info.getName(), OnnxJavaType.UNKNOWN, 0, 0, 0);
        }
        long[] shape = tensor.getShape();
        boolean first = layout == Layout.NCHW;
        return new Input(
                info.getName(),
                tensor.type,
                (int) shape[first ? 1 : 3],
                (int) shape[first ? 2 : 1],
                (int) shape[first ? 3 : 2]);
    }

    String name() {
        return name;
    }

    List<Input> inputs() {
        return inputs;
    }

    /// Whether it takes grey pictures only.
    boolean isGrey() {
        return inputs.getFirst().channels() == 1;
    }

    /// Runs it.
    ///
    /// @param given the channels of each input, in order
    /// @throws ImageEngineException if it does not run, or gives something else than planes
    Tensor run(List<List<Plane>> given, Layout layout) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (int k = 0; k < given.size(); k++) {
                tensors.put(inputs.get(k).name(), tensor(inputs.get(k), given.get(k), layout));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                return result.get(0) instanceof OnnxTensor tensor ? read(tensor, layout) : wrong();
            }
        } catch (OrtException e) {
            throw new ImageEngineException(
                    Kind.FAILED,
                    "models/onnx/%s failed at a picture of %d × %d pixels."
                            .formatted(
                                    name,
                                    given.getFirst().getFirst().width(),
                                    given.getFirst().getFirst().height()),
                    null,
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(Input input, List<Plane> planes, Layout layout)
            throws OrtException {
        int width = planes.getFirst().width();
        int height = planes.getFirst().height();
        int channels = planes.size();
        float[] values = new float[channels * width * height];
        for (int channel = 0; channel < channels; channel++) {
            float[] plane = planes.get(channel).values();
            for (int i = 0; i < plane.length; i++) {
                values[
                                layout == Layout.NCHW
                                        ? channel * plane.length + i
                                        : i * channels + channel] =
                        plane[i];
            }
        }
        long[] shape =
                layout == Layout.NCHW
                        ? new long[] {1, channels, height, width}
                        : new long[] {1, height, width, channels};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (input.type() != OnnxJavaType.FLOAT16) {
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        }
        ShortBuffer halves =
                Fp16Conversions.convertFloatBufferToFp16Buffer(FloatBuffer.wrap(values));
        return OnnxTensor.createTensor(environment, halves, shape, OnnxJavaType.FLOAT16);
    }

    private Tensor read(OnnxTensor tensor, Layout layout) {
        long[] shape = tensor.getInfo().getShape();
        if (shape.length < 2 || shape.length > 4) {
            return wrong();
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer == null) {
            return wrong();
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        boolean hasChannels = shape.length > 2;
        boolean isLast = hasChannels && layout == Layout.NHWC;
        int channels = hasChannels ? (int) shape[isLast ? shape.length - 1 : shape.length - 3] : 1;
        int height = (int) shape[isLast ? shape.length - 3 : shape.length - 2];
        int width = (int) shape[isLast ? shape.length - 2 : shape.length - 1];
        if (values.length < channels * height * width) {
            return wrong();
        }
        return new Tensor(channels, width, height, isLast ? planar(values, channels) : values);
    }

    private static float[] planar(float[] values, int channels) {
        float[] made = new float[values.length];
        int pixels = values.length / channels;
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < channels; channel++) {
                made[channel * pixels + i] = values[i * channels + channel];
            }
        }
        return made;
    }

    private Tensor wrong() {
        throw new ImageEngineException(
                Kind.MISCONFIGURED, "models/onnx/%s does not give a picture back.".formatted(name));
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
