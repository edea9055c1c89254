package parley.bench.target;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// As much of llama.cpp's server as starting it needs: it says first that it loads its model, and
/// then how it was started.
public final class FakeLlamaServer {
    private FakeLlamaServer() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AtomicBoolean loaded = new AtomicBoolean();
        byte[] told = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/health",
                exchange -> {
                    exchange.sendResponseHeaders(loaded.getAndSet(true) ? 200 : 503, told.length);
                    exchange.getResponseBody().write(told);
                    exchange.close();
                });
        server.start();
    }
}
