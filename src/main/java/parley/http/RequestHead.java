package parley.http;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/// The head of a request as it came.
///
/// @param localAddress the address on which it arrived, as text
record RequestHead(String method, String target, MultiMap headers, String localAddress) {
    Optional<String> first(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    List<String> all(String name) {
        return headers.getAll(name);
    }

    boolean has(String name) {
        return headers.contains(name);
    }

    /// Whether it is beyond doubt where the body ends. Where it is not, another server in front of
    /// this one might see another end (request smuggling).
    boolean hasClearEnd() {
        List<String> encodings = headers.getAll("Transfer-Encoding");
        return encodings.isEmpty()
                || (encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked"));
    }

    /// Whether a body follows.
    boolean hasBody() {
        return headers.contains("Transfer-Encoding") || contentLength() > 0;
    }

    /// The announced length of the body; 0 if none was.
    long contentLength() {
        String text = headers.get("Content-Length");
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // The decoder has refused such a request; this only keeps its answer on the way.
            return 0;
        }
    }
}
