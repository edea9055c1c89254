package parley.llm.langchain;

import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes requests as bytes: head and body together, so that they leave in one packet.
final class RequestHead {
    private RequestHead() {}

    static byte[] encode(HttpRequest request) {
        byte[] body =
                request.body() == null
                        ? new byte[0]
                        : request.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = head(request, body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static String head(HttpRequest request, int length) {
        URI address = URI.create(request.url());
        StringBuilder head =
                new StringBuilder(512)
                        .append(request.method())
                        .append(' ')
                        .append(target(address))
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(address.getRawAuthority())
                        .append("\r\nContent-Length: ")
                        .append(length)
                        .append("\r\n");
        request.headers().forEach((name, values) -> append(head, name, values));
        return head.append("\r\n").toString();
    }

    private static String target(URI address) {
        String query = address.getRawQuery();
        return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
    }

    private static void append(StringBuilder head, String name, List<String> values) {
        for (String value : values) {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("A header's value holds a control character.");
            }
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }
}
