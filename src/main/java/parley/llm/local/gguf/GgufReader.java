package parley.llm.local.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and checks the header of a GGUF file (version 2 or 3): every count against what is left of
/// the file, every tensor against its end. The format is described in ggml's `docs/gguf.md`.
public final class GgufReader {
    private static final int MAGIC = 0x46554747; // "GGUF", read as a little-endian number
    private static final int FIRST_VERSION = 2;
    private static final int LAST_VERSION = 3;
    private static final long LEAST_ENTRY_BYTES = 13; // an empty key, its type and one byte
    private static final long LEAST_TENSOR_BYTES = 24;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_VALUE = 4 << 20;
    private static final int LONGEST_TENSOR_NAME = 64;
    private static final int MOST_DIMENSIONS = 4;
    private static final long DEFAULT_ALIGNMENT = 32;

    private static final int BOOLEAN = 7;
    private static final int TEXT = 8;
    private static final int LIST = 9;

    private final HeaderInput input;
    private final long fileSize;
    private final Map<String, Object> metadata = new HashMap<>();
    private long parameters;
    private long tensorEnd;

    private GgufReader(FileChannel channel) throws IOException {
        this.input = new HeaderInput(channel);
        this.fileSize = channel.size();
    }

    /// @throws DamagedModelException if the file is no whole model
    public static GgufHeader read(Path file) throws DamagedModelException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new GgufReader(channel).readHeader();
        } catch (IOException e) {
            throw new DamagedModelException("cannot be read", e);
        }
    }

    private GgufHeader readHeader() throws IOException, DamagedModelException {
        checkBeginning();
        long tensors = input.readCount(LEAST_TENSOR_BYTES);
        long entries = input.readCount(LEAST_ENTRY_BYTES);
        for (long i = 0; i < entries; i++) {
            readEntry();
        }
        if (!(metadata.get("general.architecture") instanceof String)) {
            throw new DamagedModelException("does not say which architecture its model has");
        }
        long alignment = alignment();
        for (long i = 0; i < tensors; i++) {
            readTensor(alignment);
        }
        checkEnd(alignment);
        return new GgufHeader(fileSize, parameters, metadata);
    }

    private void checkBeginning() throws IOException, DamagedModelException {
        if (fileSize == 0) {
            throw new DamagedModelException("is empty");
        }
        if (fileSize < 4 || input.readInt() != MAGIC) {
            throw new DamagedModelException("is not a GGUF model: it does not begin with GGUF");
        }
        int version = input.readInt();
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            throw new DamagedModelException(
                    "is of GGUF version %s; %d and %d can be read"
                            .formatted(
                                    Integer.toUnsignedString(version),
                                    FIRST_VERSION,
                                    LAST_VERSION));
        }
    }

    private void readEntry() throws IOException, DamagedModelException {
        String key = input.readText(LONGEST_KEY);
        int type = input.readInt();
        if (type == LIST) {
            skipList();
            return;
        }
        Object value = readValue(type);
        if (metadata.putIfAbsent(key, value) != null) {
            throw new DamagedModelException("is damaged: it has an entry twice");
        }
    }

    private void skipList() throws IOException, DamagedModelException {
        int type = input.readInt();
        if (type == TEXT) {
            long count = input.readCount(8);
            for (long i = 0; i < count; i++) {
                input.skipText();
            }
            return;
        }
        int width = width(type);
        input.skip(input.readCount(width) * width);
    }

    /// A `Long`, `Double`, `Boolean` or `String`.
    private Object readValue(int type) throws IOException, DamagedModelException {
        return switch (type) {
            case 0 -> (long) Byte.toUnsignedInt(input.readByte());
            case 1 -> (long) input.readByte();
            case 2 -> (long) Short.toUnsignedInt(input.readShort());
            case 3 -> (long) input.readShort();
            case 4 -> Integer.toUnsignedLong(input.readInt());
            case 5 -> (long) input.readInt();
            case 6 -> (double) Float.intBitsToFloat(input.readInt());
            case BOOLEAN -> input.readByte() != 0;
            case TEXT -> input.readText(LONGEST_VALUE);
            case 10, 11 -> input.readLong();
            case 12 -> Double.longBitsToDouble(input.readLong());
            default -> throw unknownType(type);
        };
    }

    private static int width(int type) throws DamagedModelException {
        return switch (type) {
            case 0, 1, BOOLEAN -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> throw unknownType(type);
        };
    }

    private static DamagedModelException unknownType(int type) {
        return new DamagedModelException(
                "is damaged: it has a value of the unknown type %s"
                        .formatted(Integer.toUnsignedString(type)));
    }

    private long alignment() throws DamagedModelException {
        @Nullable Object said = metadata.get("general.alignment");
        if (said == null) {
            return DEFAULT_ALIGNMENT;
        }
        if (said instanceof Long alignment
                && alignment > 0
                && alignment <= 1 << 20
                && Long.bitCount(alignment) == 1) {
            return alignment;
        }
        throw new DamagedModelException("is damaged: its alignment is no power of two");
    }

    private void readTensor(long alignment) throws IOException, DamagedModelException {
        input.readText(LONGEST_TENSOR_NAME);
        int dimensions = input.readInt();
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new DamagedModelException("has a tensor of an impossible shape");
        }
        long row = 0;
        long all = 1;
        try {
            for (int i = 0; i < dimensions; i++) {
                long length = input.readLong();
                if (length < 1) {
                    throw new DamagedModelException("has a tensor of an impossible shape");
                }
                row = i == 0 ? length : row;
                all = Math.multiplyExact(all, length);
            }
            long bytes = TensorType.of(input.readInt()).size(row, all);
            long offset = input.readLong();
            if (offset < 0 || offset % alignment != 0) {
                throw new DamagedModelException("has a tensor at an impossible place");
            }
            tensorEnd = Math.max(tensorEnd, Math.addExact(offset, bytes));
            parameters = Math.addExact(parameters, all);
        } catch (ArithmeticException e) {
            throw new DamagedModelException("has a tensor of impossible size", e);
        }
    }

    private void checkEnd(long alignment) throws DamagedModelException {
        long start = (input.position() + alignment - 1) / alignment * alignment;
        if (tensorEnd > fileSize - start) {
            throw new DamagedModelException(
                    "is cut off: it has %d bytes and needs %s"
                            .formatted(fileSize, Long.toUnsignedString(start + tensorEnd)));
        }
    }
}
