package parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection: whose turn it is, until when, and what has not reached it yet. Unless a
/// method says otherwise it belongs to the connection's event loop.
final class ClientConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /// How long what a client still sends is dropped after an early answer, before the connection
    /// is closed. Closing at once could make it lose the answer.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final HttpConnection connection;
    private final Channel channel;
    private final String localAddress;
    private final ServerLimits limits;
    private final Traffic traffic;
    private final OutboundWindow window = new OutboundWindow();

    /// When the client must have done its part, on the clock of [System#nanoTime].
    private volatile long deadline;

    private volatile boolean hasDeadline;
    private boolean requestOpen;
    private boolean responseOpen;
    private boolean closing;
    private boolean closed;
    private @Nullable HttpExchange exchange;
    private Duration bodyPatience = Duration.ZERO;

    ClientConnection(HttpConnection connection, ServerLimits limits, Traffic traffic) {
        this.connection = connection;
        this.channel = ((ConnectionBase) connection).channel();
        this.localAddress = connection.localAddress().hostAddress();
        this.limits = limits;
        this.traffic = traffic;
        await(limits.head());
    }

    /// The address at which the client reached the server.
    String localAddress() {
        return localAddress;
    }

    OutboundWindow window() {
        return window;
    }

    Traffic traffic() {
        return traffic;
    }

    /// Runs something on the connection's event loop: at once if this is it, else soon. Any thread.
    void run(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            runSafely(task);
            return;
        }
        try {
            channel.eventLoop().execute(() -> runSafely(task));
        } catch (RejectedExecutionException e) {
            // The server is closed, and the connection with it.
            window.close();
        }
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("An answer could not be sent", e);
            reset();
        }
    }

    /// A request's head has arrived.
    ///
    /// @param patience how long its body may take
    void begin(HttpExchange newExchange, boolean hasBody, Duration patience) {
        exchange = newExchange;
        bodyPatience = patience;
        responseOpen = true;
        requestOpen = hasBody;
        if (hasBody) {
            await(patience);
        } else {
            hasDeadline = false;
        }
    }

    /// The request's body is complete.
    void requestEnded() {
        requestOpen = false;
        hasDeadline = false;
        if (!responseOpen) {
            await(limits.idle());
            closeIfDone();
        }
    }

    /// The end of the answer is about to be handed to the network. Comes before it is, because that
    /// begins the next request if one is waiting.
    void responseEnding() {
        responseOpen = false;
        exchange = null;
        if (!requestOpen) {
            await(limits.idle());
        } else if (closing) {
            await(LINGER);
        }
    }

    /// Closes the connection if its last answer was sent and its last request read.
    void closeIfDone() {
        if (closing && !requestOpen && !responseOpen) {
            connection.close();
        }
    }

    /// The answer under way is to be the last one.
    void closeAfterAnswer() {
        closing = true;
    }

    /// Whether requests that still come are not answered any more.
    boolean isFinished() {
        return closing;
    }

    /// Whether the answer that begins now is the last one.
    boolean isLastAnswer() {
        closing |= traffic.isDraining();
        return closing;
    }

    boolean isClosed() {
        return closed;
    }

    /// The connection is closed, by whichever side.
    void closed() {
        closed = true;
        hasDeadline = false;
        window.close();
        HttpExchange broken = exchange;
        exchange = null;
        if (broken != null) {
            broken.clientGone();
        }
    }

    /// Cuts the connection so that the client sees an error, not an end.
    void reset() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException e) {
            // Some systems refuse this once the other side has left; then nobody sees the end.
        }
        // From the first handler on, closing does not wait for what is still to be written.
        ChannelFuture _ = channel.pipeline().firstContext().close();
    }

    /// Closes once everything handed over has been written. Any thread.
    void close() {
        connection.close();
    }

    /// Looks whether the client keeps its time. Any thread.
    void check(long now) {
        if (window.isStalled(now, limits.reader().toNanos())) {
            run(this::reset);
        } else if (hasDeadline && now - deadline > 0) {
            run(this::expire);
        }
    }

    private void expire() {
        if (closed || !hasDeadline || System.nanoTime() - deadline <= 0) {
            return;
        }
        if (!window.isEmpty()) {
            // An answer is still on its way, as long as the client takes some of it.
            await(LINGER);
        } else if (requestOpen && exchange != null && exchange.bodyLate(bodyPatience)) {
            closeAfterAnswer();
            await(limits.head());
        } else {
            connection.close();
        }
    }

    private void await(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
        hasDeadline = true;
    }
}
