package parley.llm.langchain.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a JSON Schema so that Anthropic's structured outputs take it: objects are closed, and
/// bounds that the API refuses become words in the description, which the model reads.
final class HeldSchema {
    private static final Set<String> BOUNDS =
            Set.of(
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minProperties",
                    "maxProperties",
                    "pattern");

    private HeldSchema() {}

    /// Empty for a schema whose objects have properties without names: a closed object would mean
    /// something else.
    static Optional<ObjectNode> of(ObjectNode schema) {
        return isOpen(schema) ? Optional.empty() : Optional.of(closed(schema.deepCopy()));
    }

    private static boolean isOpen(JsonNode node) {
        JsonNode additional = node.path("additionalProperties");
        boolean open =
                node.has("patternProperties")
                        || (!additional.isMissingNode() && additional.asBoolean(true));
        return open || node.valueStream().anyMatch(HeldSchema::isOpen);
    }

    private static ObjectNode closed(ObjectNode schema) {
        List<String> words = new ArrayList<>();
        for (String bound : BOUNDS.stream().sorted().toList()) {
            JsonNode value = schema.path(bound);
            // A property may be called "pattern"; then this is no schema but a list of them.
            if (value.isNumber() || value.isBoolean() || value.isString()) {
                words.add(bound + ": " + value.asString());
                schema.remove(bound);
            }
        }
        if (!words.isEmpty()) {
            String description = schema.path("description").asString("");
            schema.put(
                    "description", (description + " (" + String.join(", ", words) + ")").strip());
        }
        if (schema.path("type").asString("").equals("object")) {
            schema.put("additionalProperties", false);
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            closeIn(entry.getValue());
        }
        return schema;
    }

    private static void closeIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            closed(object);
            return;
        }
        node.valueStream().forEach(HeldSchema::closeIn);
    }
}
