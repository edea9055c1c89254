package parley.image.remote;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a vendor answered.
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record VendorReply(int status, HttpHeaders headers, byte[] body) {
    boolean isPicture() {
        String type = headers.firstValue("content-type").orElse("");
        return type.startsWith("image/") || type.startsWith("application/octet-stream");
    }

    /// The JSON of it; an empty object if it is none.
    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /// What is said to be wrong, in the places where vendors say it.
    String complaint() {
        JsonNode json = json();
        JsonNode error = json.path("error");
        for (JsonNode place :
                new JsonNode[] {
                    error.path("message"),
                    error,
                    json.path("message"),
                    json.path("problem").path("message"),
                    json.path("errors").path(0),
                    json.path("detail")
                }) {
            if (place.isString() && !place.asString("").isBlank()) {
                return place.asString("");
            }
        }
        return json.isEmpty() && body.length < 300 && !isPicture()
                ? new String(body, StandardCharsets.UTF_8).strip()
                : "";
    }
}
