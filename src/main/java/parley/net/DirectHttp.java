package parley.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Single requests of HTTP/1.1 (RFC 9112) to addresses that were looked at before, whatever a name
/// means by then: without proxies, cookies, redirects or repetition. The name still goes into
/// `Host`, and it is what a certificate has to be for. Safe for use by many threads.
public final class DirectHttp {
    private final Supplier<SSLSocketFactory> encryption;
    private final Duration connectPatience;
    private final Duration patience;

    /// @param connectPatience for connecting to one address
    /// @param patience for all of a request, however slowly its answer comes
    public DirectHttp(
            Supplier<SSLSocketFactory> encryption, Duration connectPatience, Duration patience) {
        this.encryption = encryption;
        this.connectPatience = connectPatience;
        this.patience = patience;
    }

    /// With the machine's own certificates.
    public static DirectHttp usual(Duration connectPatience, Duration patience) {
        return new DirectHttp(
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), connectPatience, patience);
    }

    /// @param address `http` or `https`, with a host
    /// @param headers beside `Host`, `Connection` and `Content-Length`
    /// @param body empty for none
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    public record Request(String method, URI address, Map<String, String> headers, byte[] body) {
        public Request {
            headers = Map.copyOf(headers);
        }

        boolean isEncrypted() {
            return "https".equalsIgnoreCase(address.getScheme());
        }

        int port() {
            return address.getPort() >= 0 ? address.getPort() : isEncrypted() ? 443 : 80;
        }

        /// Without brackets.
        String host() {
            return address.getHost().replaceAll("[\\[\\]]", "");
        }
    }

    /// @param headers by their names in small letters; the first of each name
    /// @param body empty unless the status is 200
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /// @param targets what to connect to, tried one after another
    /// @param most how many bytes of a body are taken
    /// @throws LargeAnswerException if there are more
    /// @throws SocketTimeoutException if it takes too long
    public Answer send(Request request, List<InetAddress> targets, long most)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        IOException failure = new UnknownHostException(request.host());
        for (InetAddress target : targets) {
            try (SocketChannel channel = SocketChannel.open()) {
                Thread guard = Thread.ofVirtual().start(() -> closeAt(end, channel));
                try {
                    connect(channel, new InetSocketAddress(target, request.port()));
                    return exchange(channel, request, most);
                } finally {
                    guard.interrupt();
                }
            } catch (IOException e) {
                failure = e;
                if (Thread.interrupted()) {
                    throw new InterruptedException("Interrupted while something was fetched");
                }
                if (System.nanoTime() >= end) {
                    throw timeout(e);
                }
                if (!(e instanceof ConnectFailure)) {
                    throw e;
                }
            }
        }
        throw failure;
    }

    /// A connection was not made: the next address may do.
    private static final class ConnectFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ConnectFailure(IOException cause) {
            super(cause);
        }
    }

    private static SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("It took too long.");
        timeout.initCause(cause);
        return timeout;
    }

    private static void closeAt(long end, SocketChannel channel) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            channel.close();
        } catch (InterruptedException e) {
            // It ended in time.
        } catch (IOException e) {
            // Then it is closed too.
        }
    }

    private void connect(SocketChannel channel, InetSocketAddress target) throws ConnectFailure {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(target, Math.toIntExact(connectPatience.toMillis()));
        } catch (IOException e) {
            throw new ConnectFailure(e);
        }
    }

    private Answer exchange(SocketChannel channel, Request request, long most) throws IOException {
        Socket socket = request.isEncrypted() ? encrypt(channel, request) : channel.socket();
        socket.getOutputStream().write(RequestText.of(request));
        socket.getOutputStream().flush();
        return new AnswerReader(socket.getInputStream(), most).read();
    }

    private Socket encrypt(SocketChannel channel, Request request) throws IOException {
        @Nullable Socket made =
                encryption
                        .get()
                        .createSocket(channel.socket(), request.host(), request.port(), true);
        SSLSocket socket = (SSLSocket) made;
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
