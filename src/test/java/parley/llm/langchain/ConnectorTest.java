package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Connecting to a server that takes no more connections, or never says a word.
class ConnectorTest {
    private static final int MORE_THAN_WAIT = 8;

    private final List<SocketChannel> waiting = new ArrayList<>();
    private ServerSocket busy;

    @BeforeEach
    void listen() throws IOException {
        busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        busy.close();
    }

    /// Nobody accepts, so the queue of connections fills, and the next one hangs.
    private void fillQueue() throws IOException {
        for (int i = 0; i < MORE_THAN_WAIT; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(busy.getInetAddress(), busy.getLocalPort()));
            waiting.add(channel);
        }
    }

    private Connector connector(String scheme, Duration timeout) {
        return new Connector(
                URI.create("%s://127.0.0.1:%d/v1".formatted(scheme, busy.getLocalPort())),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                timeout);
    }

    @Test
    void aConnectionThatDoesNotComeIsGivenUp() throws IOException {
        fillQueue();

        assertThatThrownBy(connector("http", Duration.ofMillis(200))::connect)
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anEncryptionThatDoesNotComeIsGivenUp() {
        assertThatThrownBy(connector("https", Duration.ofMillis(300))::connect)
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void interruptingEndsTheWait() throws Exception {
        fillQueue();
        Connector connector = connector("http", Duration.ofMinutes(1));
        FutureTask<Boolean> interrupted =
                new FutureTask<>(() ->
                        catchThrowable(connector::connect) instanceof IOException
                                && Thread.currentThread().isInterrupted());
        Thread thread = Thread.ofVirtual().start(interrupted);

        thread.interrupt();

        assertThat(interrupted.get(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAddressNamesHostAndPort() {
        SSLSocketFactory encryption = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Duration timeout = Duration.ofSeconds(1);

        assertThat(new Connector(URI.create("https://a.example/v1"), encryption, timeout).target())
                .isEqualTo("a.example:443");
        assertThat(new Connector(URI.create("http://[::1]"), encryption, timeout).target())
                .isEqualTo("::1:80");
    }
}
