package parley.image.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes small ONNX models, message by message as `onnx.proto` numbers their fields.
public final class TinyModel {
    public static final int FLOAT = 1;
    public static final int INT = 6;
    public static final int LONG = 7;
    public static final int HALF = 10;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private int outputType = FLOAT;
    private int outputDimensions = 4;

    /// A model with one picture as input `x`.
    ///
    /// @param side of the square it takes; 0 for any size
    public static TinyModel of(int channels, int side) {
        return new TinyModel().input("x", channels, side);
    }

    /// A model without inputs, so far.
    public static TinyModel empty() {
        return new TinyModel();
    }

    /// @param type as ONNX numbers them
    /// @param shape 0 for a side of any length
    public TinyModel input(String name, int type, long[] shape) {
        message(graph, 11, value(name, type, shape));
        return this;
    }

    TinyModel input(String name, int channels, int side) {
        message(graph, 11, value(name, channels, side));
        return this;
    }

    /// A step whose inputs are separated by spaces; a dot is an input that is left out.
    public TinyModel node(String operator, String inputs, String output, byte[]... attributes) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs.split(" ", -1)) {
            text(node, 1, input.equals(".") ? "" : input);
        }
        text(node, 2, output);
        text(node, 4, operator);
        for (byte[] attribute : attributes) {
            message(node, 5, attribute);
        }
        message(graph, 1, node.toByteArray());
        return this;
    }

    public TinyModel floats(String name, long[] shape, float... values) {
        ByteArrayOutputStream tensor = tensor(name, FLOAT, shape);
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        message(tensor, 9, raw.array());
        message(graph, 5, tensor.toByteArray());
        return this;
    }

    public TinyModel longs(String name, long... values) {
        ByteArrayOutputStream tensor = tensor(name, LONG, new long[] {values.length});
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        message(tensor, 9, raw.array());
        message(graph, 5, tensor.toByteArray());
        return this;
    }

    /// Weights that are in another file.
    TinyModel elsewhere(String name, String location) {
        ByteArrayOutputStream tensor = tensor(name, FLOAT, new long[] {1});
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        text(entry, 1, "location");
        text(entry, 2, location);
        message(tensor, 13, entry.toByteArray());
        number(tensor, 14, 1);
        message(graph, 5, tensor.toByteArray());
        return this;
    }

    /// Makes it larger by a whole factor, each pixel a square.
    public TinyModel enlarged(String input, String output, int factor) {
        return floats("scales", new long[] {4}, 1, 1, factor, factor)
                .node(
                        "Resize",
                        input + " . scales",
                        output,
                        attribute("mode", "nearest"),
                        attribute("coordinate_transformation_mode", "asymmetric"),
                        attribute("nearest_mode", "floor"));
    }

    public static byte[] attribute(String name, String value) {
        ByteArrayOutputStream attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        text(attribute, 4, value);
        number(attribute, 20, 3);
        return attribute.toByteArray();
    }

    public static byte[] attribute(String name, long... values) {
        ByteArrayOutputStream attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        for (long value : values) {
            number(attribute, 8, value);
        }
        number(attribute, 20, 7);
        return attribute.toByteArray();
    }

    /// A whole number, not a list of one.
    public static byte[] number(String name, long value) {
        ByteArrayOutputStream attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        number(attribute, 3, value);
        number(attribute, 20, 2);
        return attribute.toByteArray();
    }

    /// What its output `y` is where that is no picture of floats.
    public TinyModel giving(int type, int dimensions) {
        outputType = type;
        outputDimensions = dimensions;
        return this;
    }

    /// Writes it; its output is `y`.
    public Path write(Path file) throws IOException {
        text(graph, 2, "tiny");
        message(graph, 12, value("y", outputType, new long[outputDimensions]));
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, 8);
        message(model, 7, graph.toByteArray());
        ByteArrayOutputStream operators = new ByteArrayOutputStream();
        text(operators, 1, "");
        number(operators, 2, 17);
        message(model, 8, operators.toByteArray());
        return Files.write(file, model.toByteArray());
    }

    private static ByteArrayOutputStream tensor(String name, int type, long[] shape) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (long side : shape) {
            number(tensor, 1, side);
        }
        number(tensor, 2, type);
        text(tensor, 8, name);
        return tensor;
    }

    private static byte[] value(String name, int channels, int side) {
        return value(name, FLOAT, new long[] {1, channels, side, side});
    }

    private static byte[] value(String name, int elements, long[] sides) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (long side : sides) {
            message(shape, 1, dimension(Math.toIntExact(side)));
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, elements);
        message(tensor, 2, shape.toByteArray());
        ByteArrayOutputStream type = new ByteArrayOutputStream();
        message(type, 1, tensor.toByteArray());
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        text(value, 1, name);
        message(value, 2, type.toByteArray());
        return value.toByteArray();
    }

    private static byte[] dimension(int size) {
        ByteArrayOutputStream dimension = new ByteArrayOutputStream();
        if (size > 0) {
            number(dimension, 1, size);
        }
        return dimension.toByteArray();
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        message(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void message(ByteArrayOutputStream to, int field, byte[] bytes) {
        plain(to, ((long) field << 3) | 2);
        plain(to, bytes.length);
        to.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream to, int field, long value) {
        plain(to, (long) field << 3);
        plain(to, value);
    }

    private static void plain(ByteArrayOutputStream to, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            to.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        to.write((int) rest);
    }
}
