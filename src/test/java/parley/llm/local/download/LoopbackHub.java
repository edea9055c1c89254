package parley.llm.local.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A hub on loopback, that misbehaves as real ones do.
final class LoopbackHub implements AutoCloseable {
    /// How a file is served.
    ///
    /// @param cutAfter breaks each connection off after so many bytes; 0 for never
    /// @param ranges whether parts are served
    /// @param tag the checksum to say; empty for none
    @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
    record Served(byte[] content, int cutAfter, boolean ranges, String tag) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Served> files = new HashMap<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final HttpServer server;

    LoopbackHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    LoopbackHub file(String path, byte[] content) {
        return file(path, new Served(content, 0, true, sha256(content)));
    }

    LoopbackHub file(String path, Served served) {
        files.put(path, served);
        return this;
    }

    LoopbackHub redirect(String path, String to) {
        redirects.put(path, to);
        return this;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String range = exchange.getRequestHeaders().getFirst("Range");
            asked.add(range == null ? path : path + " " + range);
            @Nullable String to = redirects.get(path);
            @Nullable Served served = files.get(path);
            if (to != null) {
                exchange.getResponseHeaders().add("Location", to);
                exchange.sendResponseHeaders(302, -1);
            } else if (served == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, served, range);
            }
        }
    }

    private static void send(HttpExchange exchange, Served served, @Nullable String range)
            throws IOException {
        byte[] all = served.content();
        int from =
                served.ranges() && range != null
                        ? Integer.parseInt(range.replaceAll("\\D", ""))
                        : 0;
        if (!served.tag().isEmpty()) {
            exchange.getResponseHeaders().add("ETag", '"' + served.tag() + '"');
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(from, all.length - 1, all.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, all.length - from);
        int end =
                served.cutAfter() == 0
                        ? all.length
                        : Math.min(all.length, from + served.cutAfter());
        OutputStream body = exchange.getResponseBody();
        body.write(Arrays.copyOfRange(all, from, end));
        body.flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
