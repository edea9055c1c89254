package parley.llm.langchain;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One connection to a provider. Everything on it blocks; interrupting the thread that waits closes
/// it at once, which is how the provider learns that nobody listens any more.
final class Connection implements Closeable {
    /// The socket's channel: closed by interruption, on platform threads as on virtual ones, which
    /// plain sockets are not.
    private final SocketChannel channel;

    private final Socket socket;
    private final WireInput input;
    private final OutputStream output;

    /// @param socket the channel's own, or one that encrypts over it
    Connection(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.input = new WireInput(socket.getInputStream());
        this.output = socket.getOutputStream();
    }

    void send(byte[] request) throws IOException {
        output.write(request);
        output.flush();
    }

    WireInput input() {
        return input;
    }

    /// Bounds every single wait for bytes from now on.
    void limitWaits(Duration longest) throws IOException {
        socket.setSoTimeout((int) longest.toMillis());
    }

    /// Whether it can carry another request. One that was closed by the provider, or on which the
    /// provider speaks without being asked, cannot.
    boolean isReusable() {
        if (!input.isEmpty()) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Closes without a farewell: an encrypted one could wait for the other side.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Closed is all it has to be.
        }
    }
}
