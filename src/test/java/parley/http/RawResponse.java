package parley.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// An answer as it came over the wire.
///
/// @param headers by name in any case
/// @param body as text, one character a byte unless it was decoded
record RawResponse(int status, Map<String, List<String>> headers, String body) {
    RawResponse {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /// The values of a header, joined; empty text if it is not there.
    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    /// The sentence of an error, in whichever shape.
    String problem() {
        JsonNode json = json();
        return json.has("error")
                ? json.get("error").stringValue()
                : json.get("detail").stringValue();
    }
}
