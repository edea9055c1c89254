package parley.export.archive;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON lines.
final class Lines {
    private Lines() {}

    /// Whether a text is that of a JSON object.
    static boolean isObject(String text) {
        try {
            return JsonMapper.shared().readTree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    static void write(OutputStream out, JsonNode line) throws IOException {
        out.write(JsonMapper.shared().writeValueAsBytes(line));
        out.write('\n');
    }
}
