package parley.llm.local.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One connection between the two processes: frames of a length (four bytes, big-endian) and that
/// many bytes of JSON. One thread reads, any thread may write.
public final class Wire implements AutoCloseable {
    private static final int LONGEST_FRAME = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SocketChannel channel;
    private final Object writing = new Object();

    public Wire(SocketChannel channel) {
        this.channel = channel;
    }

    public static Wire connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Wire(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public void send(Ask ask) throws IOException {
        write(JSON.writerFor(Ask.class).writeValueAsBytes(ask));
    }

    public void send(Tell tell) throws IOException {
        write(JSON.writerFor(Tell.class).writeValueAsBytes(tell));
    }

    /// The next frame; null if the other side has closed.
    public @Nullable Ask readAsk() throws IOException {
        byte @Nullable [] frame = read();
        return frame == null ? null : parse(frame, Ask.class);
    }

    /// The next frame; null if the other side has closed.
    public @Nullable Tell readTell() throws IOException {
        byte @Nullable [] frame = read();
        return frame == null ? null : parse(frame, Tell.class);
    }

    private static <T> T parse(byte[] frame, Class<T> type) throws IOException {
        try {
            return JSON.readValue(frame, type);
        } catch (JacksonException e) {
            throw new IOException("A frame that cannot be read", e);
        }
    }

    private void write(byte[] json) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + json.length);
        frame.putInt(json.length).put(json).flip();
        synchronized (writing) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    private byte @Nullable [] read() throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        if (!fill(length)) {
            return null;
        }
        int size = length.flip().getInt();
        if (size < 0 || size > LONGEST_FRAME) {
            throw new IOException("A frame of impossible size");
        }
        byte[] frame = new byte[size];
        if (!fill(ByteBuffer.wrap(frame))) {
            throw new EOFException("A frame that was cut off");
        }
        return frame;
    }

    /// @return false if the other side had closed before
    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("A frame that was cut off");
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Whatever it was: nobody can use the connection any more.
            return;
        }
    }
}
