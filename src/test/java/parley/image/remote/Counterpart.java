package parley.image.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A vendor on loopback that answers as it is told, and remembers what it was asked.
final class Counterpart implements AutoCloseable {
    /// @param body as ISO 8859-1
    record Asked(String method, String path, String authority, String body) {}

    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Answer(int status, String type, String header, byte[] body) {
        static Answer json(int status, String body) {
            return new Answer(
                    status, "application/json", "", body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer json(String body) {
            return json(200, body);
        }

        static Answer picture(byte[] file) {
            return new Answer(200, "image/png", "", file);
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch arrived = new CountDownLatch(1);
    private final Queue<Answer> first = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile Function<Asked, Answer> usual;

    Counterpart(Function<Asked, Answer> usual) {
        this.usual = usual;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answersFirst(Answer... answers) {
        first.addAll(List.of(answers));
    }

    void answersAlways(Answer answer) {
        usual = _ -> answer;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = "";
            for (String name :
                    List.of("Authorization", "x-magnific-api-key", "x-freepik-api-key")) {
                String value = exchange.getRequestHeaders().getFirst(name);
                key += value == null ? "" : value;
            }
            Asked request =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            key,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.ISO_8859_1));
            asked.add(request);
            arrived.countDown();
            Answer told = first.poll();
            Answer answer = told == null ? usual.apply(request) : told;
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            if (!answer.header().isEmpty()) {
                String[] header = answer.header().split(": ", 2);
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
