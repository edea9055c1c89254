package parley.llm.local.gguf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes a GGUF file of version 3, with numbers of 32 bits.
public final class GgufWriter {
    private static final int ALIGNMENT = 32;

    private record Tensor(String name, List<Integer> shape, FloatBuffer numbers) {}

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final List<Tensor> tensors = new ArrayList<>();
    private int entryCount;

    public GgufWriter text(String key, String value) {
        entry(key, 8);
        writeText(entries, value);
        return this;
    }

    public GgufWriter number(String key, int value) {
        entry(key, 4);
        writeInt(entries, value);
        return this;
    }

    public GgufWriter fraction(String key, float value) {
        entry(key, 6);
        writeInt(entries, Float.floatToIntBits(value));
        return this;
    }

    public GgufWriter flag(String key, boolean value) {
        entry(key, 7);
        entries.write(value ? 1 : 0);
        return this;
    }

    public GgufWriter texts(String key, List<String> values) {
        entry(key, 9);
        writeInt(entries, 8);
        writeLong(entries, values.size());
        values.forEach(value -> writeText(entries, value));
        return this;
    }

    public GgufWriter numbers(String key, List<Integer> values) {
        entry(key, 9);
        writeInt(entries, 5);
        writeLong(entries, values.size());
        values.forEach(value -> writeInt(entries, value));
        return this;
    }

    /// @param shape the length of a row first
    public GgufWriter tensor(String name, float[] numbers, int... shape) {
        tensors.add(
                new Tensor(name, Arrays.stream(shape).boxed().toList(), FloatBuffer.wrap(numbers)));
        return this;
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] header = header();
            out.write(header);
            pad(out, header.length);
            for (Tensor tensor : tensors) {
                byte[] bytes = new byte[tensor.numbers.capacity() * Float.BYTES];
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .put(tensor.numbers.duplicate());
                out.write(bytes);
                pad(out, bytes.length);
            }
        }
    }

    private byte[] header() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        writeInt(out, 3);
        writeLong(out, tensors.size());
        writeLong(out, entryCount);
        out.writeBytes(entries.toByteArray());
        long offset = 0;
        for (Tensor tensor : tensors) {
            writeText(out, tensor.name);
            writeInt(out, tensor.shape.size());
            for (int length : tensor.shape) {
                writeLong(out, length);
            }
            writeInt(out, 0);
            writeLong(out, offset);
            offset += aligned((long) tensor.numbers.capacity() * Float.BYTES);
        }
        return out.toByteArray();
    }

    private void entry(String key, int type) {
        entryCount++;
        writeText(entries, key);
        writeInt(entries, type);
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeLong(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        out.writeBytes(littleEndian(Integer.BYTES).putInt(value).array());
    }

    private static void writeLong(ByteArrayOutputStream out, long value) {
        out.writeBytes(littleEndian(Long.BYTES).putLong(value).array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long aligned(long length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void pad(OutputStream out, long length) throws IOException {
        out.write(new byte[(int) (aligned(length) - length)]);
    }
}
