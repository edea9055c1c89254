package parley.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A PNG file that is written chunk by chunk (ISO/IEC 15948, section 5.3). For one thread.
public final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;

    private final ByteArrayOutputStream file;

    /// @param expected about how many bytes it will have
    private PngChunks(int expected) {
        file = new ByteArrayOutputStream(expected);
        file.writeBytes(SIGNATURE);
    }

    /// A file that begins with its header.
    ///
    /// @param colourType 0 grey, 2 colours, 3 a palette, 6 colours and alpha; 8 bits each
    public static PngChunks begin(int width, int height, int colourType, int expected) {
        PngChunks chunks = new PngChunks(expected);
        chunks.add(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) BITS)
                        .put((byte) colourType)
                        .array());
        return chunks;
    }

    /// The first bytes of every PNG file.
    public static byte[] signature() {
        return SIGNATURE.clone();
    }

    /// @param type four letters
    public PngChunks add(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        number(content.length);
        file.writeBytes(name);
        file.writeBytes(content);
        number((int) check.getValue());
        return this;
    }

    private void number(int value) {
        file.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    /// Ends the file.
    public byte[] end() {
        add("IEND", new byte[0]);
        return file.toByteArray();
    }
}
