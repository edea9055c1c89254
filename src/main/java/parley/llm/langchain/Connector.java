package parley.llm.langchain;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens connections to one address: looks the name up, connects, encrypts, all within one span of
/// time.
final class Connector {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final boolean encrypted;
    private final SSLSocketFactory encryption;
    private final Duration timeout;

    Connector(URI address, SSLSocketFactory encryption, Duration timeout) {
        this.encrypted = "https".equalsIgnoreCase(address.getScheme());
        this.host = address.getHost().replaceAll("[\\[\\]]", "");
        this.port = address.getPort() >= 0 ? address.getPort() : encrypted ? 443 : 80;
        this.encryption = encryption;
        this.timeout = timeout;
    }

    /// `host:port`, for people.
    String target() {
        return host + ":" + port;
    }

    Connection connect() throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : lookUp()) {
            try {
                return connect(address, end);
            } catch (IOException e) {
                failure = e;
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        throw failure;
    }

    private Connection connect(InetAddress address, long end) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(new InetSocketAddress(address, port), millisUntil(end));
            return new Connection(
                    channel, encrypted ? encrypt(channel.socket(), end) : channel.socket());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Socket encrypt(Socket plain, long end) throws IOException {
        SSLSocket socket = (SSLSocket) encryption.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(millisUntil(end));
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    /// The system's look-up can neither be interrupted nor bounded, so it gets a thread of its own.
    private InetAddress[] lookUp() throws IOException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofVirtual().name("look up " + host).start(lookUp);
        try {
            return lookUp.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a name was looked up.");
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("The look-up of a name took too long.");
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private static int millisUntil(long end) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("Connecting took too long.");
        }
        return (int) millis;
    }
}
