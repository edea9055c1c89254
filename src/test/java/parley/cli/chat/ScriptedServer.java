package parley.cli.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A server that answers each request with the next answer of its script, and remembers what it was
/// asked.
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Script> script = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// What a request was.
    record Asked(String method, String path, String key, String token, String body) {}

    /// How a request is answered.
    interface Script {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ScriptedServer then(Script answer) {
        script.add(answer);
        return this;
    }

    /// Answers with events and ends as it should.
    ScriptedServer thenEvents(String events) {
        return then(exchange -> {
            begin(exchange, events);
            exchange.getResponseBody().close();
        });
    }

    /// Answers with events, then breaks the connection.
    ScriptedServer thenBreak(String events) {
        return then(exchange -> begin(exchange, events));
    }

    /// Answers with a status and a body.
    ScriptedServer thenStatus(int status, String body) {
        return then(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    static void begin(HttpExchange exchange, String events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    /// Waits for the next request.
    Asked next() throws InterruptedException {
        return asked.take();
    }

    boolean hasMoreRequests() {
        return !asked.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            header(exchange, "Idempotency-Key"),
                            header(exchange, "Authorization"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            Script next = script.poll();
            if (next == null) {
                throw new IllegalStateException("The script has ended");
            }
            next.answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
