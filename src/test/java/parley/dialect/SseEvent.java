package parley.dialect;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An event as a client's parser hands it on.
///
/// @param name empty for an event without one
public record SseEvent(Optional<String> id, String name, String data) {
    public JsonNode json() {
        return JsonMapper.shared().readTree(data);
    }

    public long number() {
        return Long.parseLong(id.orElseThrow());
    }
}
