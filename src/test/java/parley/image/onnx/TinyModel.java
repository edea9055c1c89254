package parley.image.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes small ONNX models, message by message as `onnx.proto` numbers their fields.
final class TinyModel {
    private static final int FLOAT = 1;
    private static final int LONG = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

    /// A model with one picture as input `x`.
    ///
    /// @param side of the square it takes; 0 for any size
    static TinyModel of(int channels, int side) {
        return new TinyModel().input("x", channels, side);
    }

    TinyModel input(String name, int channels, int side) {
        message(graph, 11, value(name, channels, side));
        return this;
    }

    /// A step whose inputs are separated by spaces; a dot is an input that is left out.
    TinyModel node(String operator, String inputs, String output, byte[]... attributes) {
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

    TinyModel floats(String name, long[] shape, float... values) {
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

    TinyModel longs(String name, long... values) {
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
    TinyModel enlarged(String input, String output, int factor) {
        return floats("scales", new long[] {4}, 1, 1, factor, factor)
                .node(
                        "Resize",
                        input + " . scales",
                        output,
                        attribute("mode", "nearest"),
                        attribute("coordinate_transformation_mode", "asymmetric"),
                        attribute("nearest_mode", "floor"));
    }

    static byte[] attribute(String name, String value) {
        ByteArrayOutputStream attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        text(attribute, 4, value);
        number(attribute, 20, 3);
        return attribute.toByteArray();
    }

    static byte[] attribute(String name, long... values) {
        ByteArrayOutputStream attribute = new ByteArrayOutputStream();
        text(attribute, 1, name);
        for (long value : values) {
            number(attribute, 8, value);
        }
        number(attribute, 20, 7);
        return attribute.toByteArray();
    }

    /// Writes it; its output is `y`.
    Path write(Path file) throws IOException {
        text(graph, 2, "tiny");
        message(graph, 12, value("y", 0, 0));
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
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        message(shape, 1, dimension(1));
        message(shape, 1, dimension(channels));
        message(shape, 1, dimension(side));
        message(shape, 1, dimension(side));
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, FLOAT);
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
