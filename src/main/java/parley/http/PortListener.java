package parley.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.IntConsumer;

/// Serves one port on one event loop; several share a port, each with its part of the connections.
final class PortListener extends VerticleBase {
    /// Four times what is allowed: within that, it is known whose address is too long.
    private static final int MOST_LINE_BYTES = 4 * RequestTarget.LONGEST;

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int BACKLOG = 4096;

    private final String host;
    private final int port;
    private final Connections connections;
    private final Reception reception;
    private final IntConsumer bound;

    /// @param port a negative number stands for any free port, the same one for the same number
    /// @param bound takes the port that was opened
    PortListener(
            String host,
            int port,
            Connections connections,
            Reception reception,
            IntConsumer bound) {
        this.host = host;
        this.port = port;
        this.connections = connections;
        this.reception = reception;
        this.bound = bound;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHttp2ClearTextEnabled(false)
                        .setStrictThreadMode(true)
                        .setTcpNoDelay(true)
                        .setAcceptBacklog(BACKLOG)
                        .setMaxInitialLineLength(MOST_LINE_BYTES)
                        .setMaxHeaderSize(MOST_HEADER_BYTES);
        HttpServer server = vertx.createHttpServer(options);
        server.connectionHandler(connections::add);
        server.requestHandler(reception::receive);
        server.invalidRequestHandler(reception::receiveInvalid);
        return server.listen(port, host).onSuccess(open -> bound.accept(open.actualPort()));
    }
}
