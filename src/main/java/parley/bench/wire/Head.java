package parley.bench.wire;

import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;

/// What stands before the body of an HTTP/1.1 message.
///
/// @param startLine the first line: `GET /ready HTTP/1.1`, `HTTP/1.1 200 OK`
/// @param fields the header lines as they came
public record Head(String startLine, List<String> fields) {
    public Head {
        fields = List.copyOf(fields);
    }

    /// @param text all lines up to the empty one
    static Head parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        return new Head(
                lines.isEmpty() ? "" : lines.getFirst(),
                lines.subList(Math.min(1, lines.size()), lines.size()));
    }

    /// The status of a response.
    public int status() throws ProtocolException {
        String code = word(1);
        if (!startLine.startsWith("HTTP/1.") || !code.matches("[1-5][0-9]{2}")) {
            throw new ProtocolException("This is no HTTP/1.1 response: " + startLine);
        }
        return Integer.parseInt(code);
    }

    /// The path of a request.
    public String path() {
        return word(1);
    }

    /// The value of a header, by its name in any case.
    public Optional<String> field(String name) {
        for (String line : fields) {
            int colon = name.length();
            if (line.length() > colon
                    && line.charAt(colon) == ':'
                    && line.regionMatches(true, 0, name, 0, colon)) {
                return Optional.of(line.substring(colon + 1).strip());
            }
        }
        return Optional.empty();
    }

    boolean isChunked() {
        return field("transfer-encoding").filter(coding -> coding.endsWith("chunked")).isPresent();
    }

    /// Whether the connection is of use after this message.
    public boolean keepsAlive() {
        return field("connection").filter(word -> word.equalsIgnoreCase("close")).isEmpty();
    }

    /// Whether the body is server-sent events.
    public boolean isEventStream() {
        return field("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    private String word(int index) {
        String[] words = startLine.split(" ", -1);
        return words.length > index ? words[index] : "";
    }
}
