package parley.llm.langchain;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The status and the headers of a response.
///
/// @param headers by name, whatever its case
record ResponseHead(int status, boolean newest, Map<String, List<String>> headers) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] \\d{3}( .*)?");
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int MOST_INTERIM_RESPONSES = 8;

    /// Reads until the first response that is not an interim one (1xx).
    static ResponseHead read(WireInput input) throws IOException {
        for (int i = 0; i <= MOST_INTERIM_RESPONSES; i++) {
            ResponseHead head = readOne(input);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new ProtocolException("Only interim responses came.");
    }

    private static ResponseHead readOne(WireInput input) throws IOException {
        String line = input.line(LONGEST_LINE);
        if (!STATUS_LINE.matcher(line).matches()) {
            throw new ProtocolException("The answer is not HTTP/1.1.");
        }
        int status = Integer.parseInt(line.substring(9, 12));
        return new ResponseHead(status, line.startsWith("HTTP/1.1"), readHeaders(input));
    }

    private static Map<String, List<String>> readHeaders(WireInput input) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i <= MOST_HEADERS; i++) {
            String line = input.line(LONGEST_LINE);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("A header has no name.");
            }
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        throw new ProtocolException("There are more than " + MOST_HEADERS + " headers.");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getLast);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// Whether the connection can carry another exchange after this body.
    boolean keepsAlive() {
        String connection = header("Connection").orElse("").toLowerCase(Locale.ROOT);
        return newest ? !connection.contains("close") : connection.contains("keep-alive");
    }

    boolean isChunked() {
        return header("Transfer-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))
                .orElse(false);
    }

    /// The media type in small letters, without parameters; empty if none is given.
    String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
