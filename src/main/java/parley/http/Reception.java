package parley.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadFactory;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Takes requests in: decides on the event loop whether one may pass, and hands it to a virtual
/// thread of its own, where everything may block.
final class Reception {
    private static final ThreadFactory THREADS = Thread.ofVirtual().factory();
    private static final String TOO_LONG = "The address of the request is too long.";

    private final Router router;
    private final Gates gates;
    private final Authenticator authenticator;
    private final Connections connections;
    private final RunningHandlers running;
    private final RequestIds requestIds;
    private final RequestMetrics metrics;
    private final DateHeader date;
    private final ServerLimits limits;

    Reception(
            Router router,
            Gates gates,
            Authenticator authenticator,
            Connections connections,
            RunningHandlers running,
            RequestIds requestIds,
            RequestMetrics metrics,
            DateHeader date,
            ServerLimits limits) {
        this.router = router;
        this.gates = gates;
        this.authenticator = authenticator;
        this.connections = connections;
        this.running = running;
        this.requestIds = requestIds;
        this.metrics = metrics;
        this.date = date;
        this.limits = limits;
    }

    /// A request has arrived, at least its head. Event loop.
    void receive(HttpServerRequest request) {
        ClientConnection connection = connections.find(request.connection());
        if (connection == null || connection.isFinished()) {
            return;
        }
        HttpExchange exchange = open(request, connection);
        if (!exchange.head().hasClearEnd()) {
            refuse(exchange, connection, 400, "The only Transfer-Encoding may be chunked.");
            return;
        }
        if (exchange.head().target().length() > RequestTarget.LONGEST) {
            refuse(exchange, connection, 414, TOO_LONG);
            return;
        }
        try {
            switch (gates.admit(exchange.head(), exchange.match(), exchange.responseHead())) {
                case Gates.Admission.Handle(Endpoint endpoint) -> {
                    handOver(exchange, endpoint);
                    return;
                }
                case Gates.Admission.Answered _ -> exchange.respondEmpty(204);
            }
        } catch (RuntimeException problem) {
            Problems.answer(exchange, problem);
        }
        metrics.record(exchange);
    }

    /// A request whose head could not be read. Event loop.
    void receiveInvalid(HttpServerRequest request) {
        ClientConnection connection = connections.find(request.connection());
        if (connection == null || connection.isFinished()) {
            return;
        }
        HttpExchange exchange = open(request, connection);
        switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ -> refuse(exchange, connection, 414, TOO_LONG);
            case TooLongHttpHeaderException _ ->
                    refuse(exchange, connection, 431, "The headers of the request are too long.");
            case null, default ->
                    refuse(exchange, connection, 400, "The request is not valid HTTP.");
        }
    }

    /// Answers a request of which nobody knows where it ends, so it is the connection's last.
    private void refuse(
            HttpExchange exchange, ClientConnection connection, int status, String sentence) {
        connection.closeAfterAnswer();
        Problems.answer(exchange, status, new AppException(ErrorCode.INVALID_REQUEST, sentence));
        metrics.record(exchange);
    }

    private HttpExchange open(HttpServerRequest request, ClientConnection connection) {
        RequestHead head =
                new RequestHead(
                        request.method().name(),
                        request.uri(),
                        request.headers(),
                        connection.localAddress());
        Match match = router.find(head.method(), head.target(), head::has);
        HttpExchange exchange =
                new HttpExchange(
                        request,
                        head,
                        match,
                        new ResponseHead(requestIds.idFor(head.first("X-Request-Id")), date.now()),
                        connection,
                        limits);
        connection.begin(
                exchange,
                head.hasBody(),
                match.body(head).isFile() ? limits.upload() : limits.body());
        return exchange;
    }

    private void handOver(HttpExchange exchange, Endpoint endpoint) {
        Thread thread = THREADS.newThread(() -> serve(exchange, endpoint.route()));
        running.started(thread);
        thread.start();
    }

    /// On a virtual thread.
    private void serve(HttpExchange exchange, Route route) {
        try {
            authenticator.authenticate(exchange.head(), route.access()).ifPresent(exchange::caller);
            exchange.receiveBody();
            route.handler().handle(exchange);
            exchange.handled();
        } catch (Throwable failure) {
            // Whatever a handler does, its client gets an answer.
            Problems.answer(exchange, failure);
        } finally {
            exchange.discardUpload();
            running.finished(Thread.currentThread());
            metrics.record(exchange);
        }
    }
}
