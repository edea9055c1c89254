package parley.conversation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is kept beside a message: texts of JSON objects.
final class Attributes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Attributes() {}

    /// Both objects in one. Where both have a member, the second one's stays.
    static String merge(String first, String second) {
        if (first.equals(Message.NO_ATTRIBUTES)) {
            return second;
        }
        ObjectNode merged = (ObjectNode) JSON.readTree(first);
        merged.setAll((ObjectNode) JSON.readTree(second));
        return JSON.writeValueAsString(merged);
    }
}
