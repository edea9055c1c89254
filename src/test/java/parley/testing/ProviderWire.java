package parley.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The provider's side of one exchange: writes bytes, waits, and notices while it waits that the
/// caller has gone.
public final class ProviderWire {
    /// The caller closed the connection.
    static final class CallerGone extends IOException {
        private static final long serialVersionUID = 1L;

        CallerGone(String message) {
            super(message);
        }
    }

    private final Socket socket;
    private final PushbackInputStream input;
    private final OutputStream output;
    private final ReceivedRequest request;

    ProviderWire(Socket socket, PushbackInputStream input, ReceivedRequest request)
            throws IOException {
        this.socket = socket;
        this.input = input;
        this.output = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
        this.request = request;
    }

    public ReceivedRequest request() {
        return request;
    }

    /// A response with a body of known length.
    ///
    /// @param headers more of them, each with its line's end
    public void whole(int status, String type, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        text(
                "HTTP/1.1 %d Scripted\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(status, type, bytes.length, headers));
        bytes(bytes);
        flush();
    }

    /// The head of a stream of events in chunks.
    public void streamHead() throws IOException {
        text(
                """
                HTTP/1.1 200 OK\r
                Content-Type: text/event-stream; charset=utf-8\r
                Transfer-Encoding: chunked\r
                \r
                """);
    }

    public void chunk(String text) throws IOException {
        chunk(text.getBytes(StandardCharsets.UTF_8));
    }

    public void chunk(byte[] bytes) throws IOException {
        text(Integer.toHexString(bytes.length) + "\r\n");
        bytes(bytes);
        text("\r\n");
    }

    /// An event as OpenAI writes it, in a chunk of its own.
    public void event(String data) throws IOException {
        chunk("data: " + data + "\n\n");
    }

    public void lastChunk() throws IOException {
        text("0\r\n\r\n");
        flush();
    }

    public void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] bytes) throws IOException {
        output.write(bytes);
    }

    public void flush() throws IOException {
        output.flush();
    }

    /// Sends what was written, and waits; ends early if the caller goes away.
    public void pause(Duration length) throws IOException {
        flush();
        listen(Math.max(1, (int) length.toMillis()));
    }

    /// Sends what was written, and is silent until the caller goes away.
    public void hang() throws IOException {
        flush();
        listen(0);
    }

    private void listen(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int next = input.read();
            if (next < 0) {
                throw new CallerGone("The caller closed the connection.");
            }
            input.unread(next);
        } catch (SocketTimeoutException e) {
            // Nothing came, as it should be.
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /// Ends the connection in good order, wherever the response is.
    public void close() throws IOException {
        flush();
        socket.close();
    }

    /// Ends the connection with a reset.
    public void reset() throws IOException {
        flush();
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
