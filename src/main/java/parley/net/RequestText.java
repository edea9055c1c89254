package parley.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import parley.net.DirectHttp.Request;

/// Requests as they go over the line.
final class RequestText {
    private RequestText() {}

    static byte[] of(Request request) {
        String path = request.address().getRawPath();
        String query = request.address().getRawQuery();
        StringBuilder head =
                new StringBuilder(request.method())
                        .append(' ')
                        .append(path == null || path.isEmpty() ? "/" : path)
                        .append(query == null ? "" : "?" + query)
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(request.address().getHost())
                        .append(
                                request.address().getPort() < 0
                                        ? ""
                                        : ":" + request.address().getPort())
                        .append("\r\nConnection: close\r\n");
        new TreeMap<>(request.headers())
                .forEach((name, value) ->
                        head.append(line(name)).append(": ").append(line(value)).append("\r\n"));
        if (request.body().length > 0) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(bytes.length + request.body().length)
                .put(bytes)
                .put(request.body())
                .array();
    }

    private static String line(String text) {
        if (text.chars().anyMatch(unit -> unit == '\r' || unit == '\n')) {
            throw new IllegalArgumentException("A header of a request goes over several lines.");
        }
        return text;
    }
}
