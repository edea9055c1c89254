package parley.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import parley.bench.wire.Head;
import parley.bench.wire.MessageListener;
import parley.bench.wire.MessageReader;

/// One request on a connection of its own, for preparing and looking around.
public final class Call implements MessageListener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUFFER = 16 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private boolean complete;

    private Call() {}

    /// Sends a request and waits for the whole answer.
    public static Reply send(InetSocketAddress target, byte[] request) throws IOException {
        Call call = new Call();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.connect(target);
            socket.getOutputStream().write(request);
            call.readFrom(socket);
        }
        return new Reply(call.status, call.body.toString(StandardCharsets.UTF_8));
    }

    private void readFrom(Socket socket) throws IOException {
        MessageReader reader = MessageReader.ofResponses(this);
        byte[] buffer = new byte[BUFFER];
        while (!complete) {
            int length = socket.getInputStream().read(buffer);
            if (length < 0) {
                reader.endOfInput();
                break;
            }
            reader.read(buffer, 0, length);
        }
        if (!complete) {
            throw new IOException("The connection was closed before the answer.");
        }
    }

    @Override
    public void head(Head head) throws IOException {
        status = head.status();
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        body.write(bytes, from, to - from);
    }

    @Override
    public void end() {
        complete = true;
    }
}
