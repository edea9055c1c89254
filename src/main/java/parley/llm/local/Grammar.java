package parley.llm.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.llm.ToolUse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns a JSON Schema into a grammar of llama.cpp (GBNF, described in its `grammars/README.md`).
///
/// Kept to: types, `properties` in their order, `required`, `items`, `minItems`, `maxItems`,
/// `minLength`, `maxLength`, `enum`, `const`, `anyOf`, `oneOf` and `$ref` within the schema. What
/// else a schema says is not forced.
final class Grammar {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_REPEATS = 1000;
    private static final int DEEPEST = 32;

    private static final String COMMON =
            """
            ws ::= | " " | "\\n" [ \\t]{0,20}
            value ::= object | array | string | number | boolean | null
            object ::= "{" ws ( member ( ws "," ws member )* )? ws "}"
            member ::= string ws ":" ws value
            array ::= "[" ws ( value ( ws "," ws value )* )? ws "]"
            string ::= "\\"" char* "\\""
            char ::= [^"\\\\\\x7F\\x00-\\x1F] | [\\\\] ( ["\\\\/bfnrt] | "u" [0-9a-fA-F]{4} )
            integer ::= "-"? ( "0" | [1-9] [0-9]{0,15} )
            number ::= integer ( "." [0-9]{1,16} )? ( [eE] [-+]? [0-9]{1,3} )?
            boolean ::= "true" | "false"
            null ::= "null"
            """;

    private final JsonNode root;
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Set<String> references = new HashSet<>();

    private Grammar(JsonNode root) {
        this.root = root;
    }

    /// Any JSON object.
    static String ofObject() {
        return "root ::= object\n" + COMMON;
    }

    /// @param schema a JSON Schema; one that is no JSON allows any object
    static String ofSchema(String schema) {
        try {
            Grammar grammar = new Grammar(JSON.readTree(schema));
            return grammar.text(grammar.expression(grammar.root, 0));
        } catch (JacksonException e) {
            return ofObject();
        }
    }

    /// One call of one of the tools.
    static String ofCall(List<ToolUse.Tool> tools) {
        List<String> calls = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < tools.size(); i++) {
            ToolUse.Tool tool = tools.get(i);
            Grammar grammar = new Grammar(JSON.readTree(tool.parameters()));
            String arguments = grammar.expression(grammar.root, 0);
            String prefix = "t%d-".formatted(i);
            others.append(grammar.rulesWith(prefix));
            calls.add(
                    "%s %s \"}\""
                            .formatted(
                                    literal(
                                            "{\"name\": %s, \"arguments\": "
                                                    .formatted(
                                                            JSON.writeValueAsString(tool.name()))),
                                    renamed(arguments, prefix)));
        }
        return "root ::= \"<tool_call>\\n\" ( %s ) \"\\n</tool_call>\"\n"
                        .formatted(String.join(" | ", calls))
                + others
                + COMMON;
    }

    private String text(String start) {
        return "root ::= " + start + "\n" + rulesWith("") + COMMON;
    }

    private String rulesWith(String prefix) {
        return rules.entrySet().stream()
                .map(rule ->
                        "%s ::= %s\n"
                                .formatted(
                                        renamed(rule.getKey(), prefix),
                                        renamed(rule.getValue(), prefix)))
                .collect(Collectors.joining());
    }

    /// Own rules are called `rule-0`, `rule-1`, …; quotes keep text from looking like one.
    private static String renamed(String expression, String prefix) {
        return expression.replaceAll("(?<![\\w\"-])rule-(\\d+)(?![\\w-])", prefix + "rule-$1");
    }

    private String expression(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return "value";
        }
        if (schema.has("$ref")) {
            return reference(schema.path("$ref").asString(""), depth);
        }
        if (schema.has("const")) {
            return literal(JSON.writeValueAsString(schema.path("const")));
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return alternatives(
                    schema.path("enum")
                            .valueStream()
                            .map(value -> literal(JSON.writeValueAsString(value)))
                            .toList());
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
                return alternatives(
                        schema.path(choice)
                                .valueStream()
                                .map(one -> expression(one, depth + 1))
                                .toList());
            }
        }
        JsonNode type = schema.path("type");
        if (type.isArray() && !type.isEmpty()) {
            return alternatives(
                    type.valueStream()
                            .map(one -> ofType(one.asString(""), schema, depth))
                            .toList());
        }
        return ofType(type.asString(schema.has("properties") ? "object" : ""), schema, depth);
    }

    private String ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "string" -> string(schema);
            case "integer", "number", "boolean", "null" -> type;
            default -> "value";
        };
    }

    private String reference(String pointer, int depth) {
        if (!pointer.startsWith("#")) {
            return "value";
        }
        String name = "rule-" + (100_000 + Math.floorMod(pointer.hashCode(), 800_000));
        if (references.add(pointer)) {
            JsonNode target = root.at(pointer.substring(1));
            rules.put(name, "value");
            rules.put(name, target.isMissingNode() ? "value" : expression(target, depth + 1));
        }
        return name;
    }

    private String string(JsonNode schema) {
        if (!schema.has("minLength") && !schema.has("maxLength")) {
            return "string";
        }
        return "\"\\\"\" char%s \"\\\"\"".formatted(repeats(schema, "minLength", "maxLength"));
    }

    private String array(JsonNode schema, int depth) {
        if (!schema.has("items")) {
            return "array";
        }
        String item = rule(expression(schema.path("items"), depth + 1));
        int least = Math.min(schema.path("minItems").asInt(0), MOST_REPEATS);
        int most = schema.path("maxItems").asInt(-1);
        if (most == 0) {
            return "\"[\" ws \"]\"";
        }
        String more =
                "( ws \",\" ws %s ){%d,%s}"
                        .formatted(
                                item,
                                Math.max(0, least - 1),
                                most < 0 || most > MOST_REPEATS ? "" : String.valueOf(most - 1));
        String some = "%s %s".formatted(item, more);
        return "\"[\" ws %s ws \"]\"".formatted(least == 0 ? "( %s )?".formatted(some) : some);
    }

    private static String repeats(JsonNode schema, String leastKey, String mostKey) {
        int least = Math.clamp(schema.path(leastKey).asInt(0), 0, MOST_REPEATS);
        int most = schema.path(mostKey).asInt(-1);
        return most < 0 || most > MOST_REPEATS
                ? "{%d,}".formatted(least)
                : "{%d,%d}".formatted(least, Math.max(least, most));
    }

    private String object(JsonNode schema, int depth) {
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(schema.path("properties").properties());
        if (properties.isEmpty()) {
            return "object";
        }
        Set<String> required =
                schema.path("required")
                        .valueStream()
                        .map(name -> name.asString(""))
                        .collect(Collectors.toSet());
        // What may follow the members so far, once when there are some, once when there are none.
        String afterSome = "";
        String afterNone = "";
        for (Map.Entry<String, JsonNode> property : properties.reversed()) {
            String member =
                    "%s ws \":\" ws %s"
                            .formatted(
                                    literal(JSON.writeValueAsString(property.getKey())),
                                    expression(property.getValue(), depth + 1));
            boolean must = required.contains(property.getKey());
            String with = member + " " + afterSome;
            String some = "ws \",\" ws " + with;
            String none = with;
            afterSome = rule(must ? some : some + " | " + orEmpty(afterSome));
            afterNone = rule(must ? none : none + " | " + orEmpty(afterNone));
        }
        return "\"{\" ws %s ws \"}\"".formatted(afterNone);
    }

    private static String orEmpty(String expression) {
        return expression.isEmpty() ? "\"\"" : expression;
    }

    private String rule(String expression) {
        String name = "rule-" + rules.size();
        rules.put(name, expression);
        return name;
    }

    private static String alternatives(List<String> choices) {
        return "( %s )".formatted(String.join(" | ", choices));
    }

    private static String literal(String text) {
        return "\"%s\""
                .formatted(
                        text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r"));
    }
}
