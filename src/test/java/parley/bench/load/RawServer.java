package parley.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that does what a test wants with each connection, byte by byte.
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    /// What happens on a connection; it is closed afterwards.
    interface Behaviour {
        void serve(Connection connection) throws IOException;
    }

    RawServer(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(behaviour));
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, behaviour));
            } catch (IOException e) {
                // Closed: the test is over.
                return;
            }
        }
    }

    private static void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.serve(new Connection(socket.getInputStream(), socket.getOutputStream()));
        } catch (IOException e) {
            // The client under test went away.
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    record Connection(InputStream input, OutputStream output) {
        /// Waits for a request without a body.
        ///
        /// @return whether one came
        boolean awaitRequest() throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int next = input.read();
                if (next < 0) {
                    return false;
                }
                text.append((char) next);
            }
            return true;
        }

        void send(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.US_ASCII));
        }

        void sendByteByByte(String text) throws IOException {
            for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
                output.write(next);
                output.flush();
            }
        }

        /// Waits until the client closes.
        void awaitEnd() throws IOException {
            while (input.read() >= 0) {
                // What it says does not matter.
            }
        }
    }
}
