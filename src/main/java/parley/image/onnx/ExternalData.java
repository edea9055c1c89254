package parley.image.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;

/// Weights that a model keeps in files beside it: they must be in its folder. The places where a
/// model names them are found by walking through its messages (ONNX's `onnx.proto`: model, graph,
/// initializers and the tensors of attributes, `external_data`).
final class ExternalData {
    private static final int DEEPEST = 12;
    private static final long LARGEST_BUFFER = Integer.MAX_VALUE;

    private final List<String> locations = new ArrayList<>();

    private ExternalData() {}

    /// @throws ImageEngineException if the file is no ONNX model, or names files elsewhere
    static void check(String name, Path model, long largest) throws IOException {
        if (Files.size(model) > LARGEST_BUFFER) {
            throw wrong(name, "is larger than an ONNX file can be");
        }
        Path folder = model.resolveSibling(".").toRealPath();
        for (String location : locations(name, model)) {
            Path file;
            try {
                file = folder.resolve(location);
            } catch (InvalidPathException e) {
                throw wrong(name, "names a file for its weights that cannot be");
            }
            if (!Files.exists(file)) {
                throw wrong(name, "needs a file of weights that is not beside it");
            }
            if (!file.toRealPath().startsWith(folder)) {
                throw wrong(name, "wants to read weights from outside its folder");
            }
            if (Files.size(file) > largest) {
                throw wrong(name, "has weights larger than images.onnx.max.mb allows");
            }
        }
    }

    private static ImageEngineException wrong(String name, String what) {
        return new ImageEngineException(
                Kind.MISCONFIGURED,
                "models/onnx/%s %s, so it is not loaded.".formatted(name, what));
    }

    private static List<String> locations(String name, Path model) throws IOException {
        try (FileChannel channel = FileChannel.open(model)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ExternalData found = new ExternalData();
            if (!found.walk(bytes, Message.MODEL, 0)) {
                throw wrong(name, "is damaged or no ONNX model");
            }
            return found.locations;
        }
    }

    /// The messages that lead to weights.
    private enum Message {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        TENSOR,
        SPARSE,
        FUNCTION,
        ENTRY,
        OTHER;

        /// What the field of this number holds.
        Message field(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 25 ? FUNCTION : OTHER;
                case GRAPH ->
                        number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE : OTHER;
                case FUNCTION -> number == 7 ? NODE : OTHER;
                case NODE -> number == 5 ? ATTRIBUTE : OTHER;
                case ATTRIBUTE ->
                        switch (number) {
                            case 5, 10 -> TENSOR;
                            case 6, 11 -> GRAPH;
                            case 22, 23 -> SPARSE;
                            default -> OTHER;
                        };
                case SPARSE -> number == 1 || number == 2 ? TENSOR : OTHER;
                case TENSOR -> number == 13 ? ENTRY : OTHER;
                case ENTRY, OTHER -> OTHER;
            };
        }
    }

    /// @return whether the bytes are such a message
    private boolean walk(ByteBuffer bytes, Message message, int depth) {
        String key = "";
        String value = "";
        while (bytes.hasRemaining()) {
            long tag = number(bytes);
            int length = length(bytes, (int) (tag & 7));
            if (length < 0 || length > bytes.remaining()) {
                return false;
            }
            int field = (int) (tag >>> 3);
            ByteBuffer inner = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
            if (message == Message.ENTRY && (tag & 7) == 2) {
                key = field == 1 ? text(inner) : key;
                value = field == 2 ? text(inner) : value;
                continue;
            }
            Message next = message.field(field);
            boolean leadsOn = next != Message.OTHER && (tag & 7) == 2;
            if (leadsOn && (depth > DEEPEST || !walk(inner, next, depth + 1))) {
                return false;
            }
        }
        if (key.equals("location")) {
            locations.add(value);
        }
        return true;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    /// How long what follows is; below 0 if that cannot be.
    private static int length(ByteBuffer bytes, int wire) {
        return switch (wire) {
            case 0 -> number(bytes) == Long.MIN_VALUE ? -1 : 0;
            case 1 -> Long.BYTES;
            case 2 -> {
                long length = number(bytes);
                yield length < 0 || length > bytes.remaining() ? -1 : (int) length;
            }
            case 5 -> Integer.BYTES;
            default -> -1;
        };
    }

    /// A number of Protocol Buffers: seven bits a byte, the lowest first.
    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < 64 && bytes.hasRemaining(); shift += 7) {
            byte part = bytes.get();
            number |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return number;
            }
        }
        return Long.MIN_VALUE;
    }
}
