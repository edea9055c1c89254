package parley.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.json.JsonMapper;

/// A server that answers each message with itself, and with the token it was shown.
final class EchoServer implements RunningServer {
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Integer> skipped = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Start start;
    private final Optional<String> newToken;

    EchoServer(Start start) {
        this.start = start;
        for (String port : start.values().get(TestApplication.PORTS)) {
            listen(Integer.parseInt(port));
        }
        this.newToken = makeDatabase();
    }

    static Path database(Path home) {
        return home.resolve("database");
    }

    @Override
    public String host() {
        return start.values().get(TestApplication.HOST);
    }

    @Override
    public List<Integer> ports() {
        return servers.stream().map(server -> server.getAddress().getPort()).toList();
    }

    @Override
    public List<Integer> skippedPorts() {
        return skipped;
    }

    @Override
    public Optional<String> newOwnerToken() {
        return newToken;
    }

    @Override
    public boolean tokensRequired() {
        return start.values().get(TestApplication.AUTH);
    }

    @Override
    public List<String> models() {
        return List.of("builtin/parley");
    }

    @Override
    public String database() {
        return "a file";
    }

    @Override
    public void storeNow(Duration longest) {
        // It keeps nothing.
    }

    @Override
    public void drainAndStop() throws InterruptedException {
        if (start.values().get(TestApplication.STUCK)) {
            new CountDownLatch(1).await();
        }
        servers.forEach(server -> server.stop(0));
        stopped.countDown();
    }

    @Override
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void listen(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host(), port), 0);
            server.createContext("/health", exchange -> respond(exchange, "{}"));
            server.createContext("/v1/turns", EchoServer::echo);
            server.start();
            servers.add(server);
        } catch (BindException e) {
            if (servers.isEmpty()) {
                throw new AppException(
                        ErrorCode.UNAVAILABLE,
                        "Port %s is taken by another program; choose one with --port."
                                .formatted(port),
                        e);
            }
            skipped.add(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> makeDatabase() {
        Path database = database(start.home());
        if (Files.exists(database)) {
            return Optional.empty();
        }
        try {
            Files.writeString(database, "the database");
            return Optional.of("prl_owner_secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var json = JsonMapper.shared().readTree(exchange.getRequestBody());
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String text = json.path("message").asString("") + " / " + token;
        respond(
                exchange,
                """
                event: started
                data: {"turn_id":2,"conversation_id":1,"model":"builtin/parley"}

                event: text
                id: %s
                data: {"text":%s}

                event: end
                data: {"status":"complete","model":"builtin/parley","usage":{"input_tokens":3,"output_tokens":4}}

                """
                        .formatted(text.length(), JsonMapper.shared().writeValueAsString(text)));
    }

    private static void respond(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
