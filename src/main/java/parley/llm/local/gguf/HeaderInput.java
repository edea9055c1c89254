package parley.llm.local.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// Reads the little-endian values of a header, never beyond the end of the file.
final class HeaderInput {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_TEXT = 16 << 20;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).flip();
    private long buffered;

    HeaderInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long position() {
        return buffered - buffer.remaining();
    }

    long remaining() {
        return size - position();
    }

    byte readByte() throws IOException, DamagedModelException {
        return need(1).get();
    }

    short readShort() throws IOException, DamagedModelException {
        return need(2).getShort();
    }

    int readInt() throws IOException, DamagedModelException {
        return need(4).getInt();
    }

    long readLong() throws IOException, DamagedModelException {
        return need(8).getLong();
    }

    /// A number of things that each take at least so many bytes.
    long readCount(long leastBytes) throws IOException, DamagedModelException {
        long count = readLong();
        if (count < 0 || count > remaining() / leastBytes) {
            throw new DamagedModelException(
                    "is cut off or damaged: it announces %s entries and has only %d bytes left"
                            .formatted(Long.toUnsignedString(count), remaining()));
        }
        return count;
    }

    String readText(int longest) throws IOException, DamagedModelException {
        int length = textLength(longest);
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            ByteBuffer ready = need(1);
            int piece = Math.min(ready.remaining(), length - done);
            ready.get(bytes, done, piece);
            done += piece;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skipText() throws IOException, DamagedModelException {
        skip(textLength(LONGEST_TEXT));
    }

    private int textLength(int longest) throws IOException, DamagedModelException {
        long length = readCount(1);
        if (length > Math.min(longest, LONGEST_TEXT)) {
            throw new DamagedModelException(
                    "is damaged: it has a text of %d bytes where %d are the most"
                            .formatted(length, longest));
        }
        return (int) length;
    }

    void skip(long bytes) throws IOException, DamagedModelException {
        if (bytes > remaining()) {
            throw cutOff();
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
            return;
        }
        buffered = position() + bytes;
        buffer.clear().flip();
    }

    private ByteBuffer need(int bytes) throws IOException, DamagedModelException {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            int read = channel.read(buffer, buffered);
            if (read < 0) {
                throw cutOff();
            }
            buffered += read;
        }
        return buffer.flip();
    }

    private static DamagedModelException cutOff() {
        return new DamagedModelException("is cut off: it ends inside its header");
    }
}
