package parley.bench.target;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// As much of a server as starting and stopping one needs: it is ready, keeps a token, and tells
/// how it was started.
public final class FakeServer {
    private FakeServer() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
        Path home = Path.of(System.getenv("PARLEY_HOME"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String told =
                String.join(" ", words)
                        + "\noptions: "
                        + System.getenv("PARLEY_JAVA_OPTS")
                        + "\nkey: "
                        + System.getenv("OPENAI_API_KEY");
        server.createContext(
                "/ready",
                exchange -> {
                    byte[] body = told.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        // As late as the real one: it is ready before it says who its owner is.
        Files.createDirectories(home);
        Files.writeString(home.resolve("owner.token"), "token-of-the-owner\n");
    }
}
