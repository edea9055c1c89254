package parley.dialect;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole answer.
public record WireAnswer(int status, HttpHeaders headers, String text) {
    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    /// @throws java.util.NoSuchElementException if it is not there
    public String header(String name) {
        return headers.firstValue(name).orElseThrow();
    }
}
