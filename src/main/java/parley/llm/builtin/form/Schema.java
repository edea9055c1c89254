package parley.llm.builtin.form;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A JSON Schema as its writer wrote it, with references followed and choices made.
final class Schema {
    private static final int MOST_STEPS = 16;

    private final JsonNode root;

    Schema(JsonNode root) {
        this.root = root;
    }

    JsonNode root() {
        return simple(root);
    }

    /// The same schema without `$ref`, `anyOf`, `oneOf`, `allOf` of one: of several forms the first
    /// that is not null.
    JsonNode simple(JsonNode schema) {
        JsonNode current = schema;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<JsonNode> next = step(current);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        return current;
    }

    /// The type a value must have: `object`, `array`, `string`, `number`, `integer`, `boolean`,
    /// `null`; `object` or `string` where nothing is said.
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asString("").equals("null")) {
                    return one.asString("");
                }
            }
        }
        if (type.isString()) {
            return type.asString();
        }
        if (schema.has("properties")) {
            return "object";
        }
        return schema.has("items") ? "array" : "string";
    }

    /// Whether null is a value of it.
    boolean isNullable(JsonNode schema) {
        for (JsonNode type : schema.path("type")) {
            if (type.asString("").equals("null")) {
                return true;
            }
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            for (JsonNode one : schema.path(choice)) {
                if (one.path("type").asString("").equals("null")) {
                    return true;
                }
            }
        }
        return schema.path("type").asString("").equals("null");
    }

    static Set<String> required(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("required").forEach(name -> names.add(name.asString("")));
        return names;
    }

    private Optional<JsonNode> step(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.equals("#")) {
            return Optional.of(root);
        }
        if (reference.startsWith("#/")) {
            return Optional.of(root.at(reference.substring(1)))
                    .filter(target -> !target.isMissingNode());
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            for (JsonNode one : schema.path(choice)) {
                if (!one.path("type").asString("").equals("null")) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }
}
