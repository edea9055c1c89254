package parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Requests as they go over the wire, ready to be sent many times.
public final class RequestBytes {
    private RequestBytes() {}

    /// @param token what to show as a bearer token, if anything
    public static byte[] get(String path, Optional<String> token) {
        return ascii("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, fields(token)));
    }

    /// @param token what to show as a bearer token, if anything
    public static byte[] postJson(String path, Optional<String> token, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ascii(
                        """
                        POST %s HTTP/1.1\r
                        %sContent-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        """
                                .formatted(path, fields(token), body.length));
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static String fields(Optional<String> token) {
        return "Host: 127.0.0.1\r\nUser-Agent: parley-bench\r\n"
                + token.map(value -> "Authorization: Bearer " + value + "\r\n").orElse("");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
