package parley.llm.builtin.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills a JSON Schema with what a text holds. What comes out keeps to the types, enumerations,
/// constants, required fields and bounds of the schema; a field that must be there and about which
/// the text says nothing gets the plainest value that is allowed. Regular expressions of the schema
/// are not looked at.
public final class Form {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;
    private static final int MOST_FILLERS = 100;
    // A schema that refers to itself many times would fill for ever.
    private static final int MOST_FIELDS = 5_000;

    private final Schema schema;
    private final Evidence evidence;
    private final String subject;
    private final String answer;
    private int fields;

    private Form(Schema schema, Evidence evidence, String subject, String answer) {
        this.schema = schema;
        this.evidence = evidence;
        this.subject = subject;
        this.answer = answer;
    }

    /// Fills the arguments of a tool.
    ///
    /// @param schema a JSON Schema, as text
    /// @param text what the user wrote
    /// @param subject what it is about, in the user's words
    public static JsonNode arguments(String schema, String text, String subject, LocalDate today) {
        return filled(schema, text, subject, subject, today);
    }

    /// Writes an answer that keeps to a schema.
    ///
    /// @param answer the answer in words
    public static JsonNode answer(String schema, String text, String answer, LocalDate today) {
        return filled(schema, text, text, answer, today);
    }

    private static JsonNode filled(
            String schema, String text, String subject, String answer, LocalDate today) {
        Schema read = new Schema(JsonMapper.shared().readTree(schema));
        return new Form(read, new Evidence(text, today), subject, answer)
                .required("", read.root(), 0);
    }

    private JsonNode required(String field, JsonNode wanted, int depth) {
        boolean nullable = schema.isNullable(wanted);
        JsonNode simple = schema.simple(wanted);
        Optional<JsonNode> found = found(field, simple, depth);
        if (found.isPresent()) {
            return found.get();
        }
        return nullable ? NODES.nullNode() : plainest(field, simple, depth);
    }

    /// What the text says of a field.
    private Optional<JsonNode> found(String field, JsonNode wanted, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (wanted.has("const")) {
            return Optional.of(wanted.path("const"));
        }
        if (wanted.path("enum").isArray()) {
            return mentioned(wanted.path("enum"));
        }
        return switch (Schema.type(wanted)) {
            case "object" -> Optional.of(object(wanted, depth));
            case "array" -> list(field, wanted, depth);
            case "integer", "number" -> number(field, wanted);
            case "boolean" -> flag(field);
            case "null" -> Optional.of(NODES.nullNode());
            default -> text(field, wanted);
        };
    }

    private ObjectNode object(JsonNode wanted, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = Schema.required(wanted);
        for (Map.Entry<String, JsonNode> property : wanted.path("properties").properties()) {
            String name = property.getKey();
            if (fields++ > MOST_FIELDS) {
                break;
            }
            if (required.contains(name)) {
                object.set(name, required(name, property.getValue(), depth + 1));
            } else if (depth < DEEPEST) {
                optional(name, property.getValue(), depth)
                        .ifPresent(value -> object.set(name, value));
            }
        }
        return object;
    }

    /// A field that may be left out is filled only with what is plainly said.
    private Optional<JsonNode> optional(String name, JsonNode property, int depth) {
        JsonNode simple = schema.simple(property);
        boolean loose =
                Schema.type(simple).equals("string")
                        && !simple.has("enum")
                        && !simple.has("const")
                        && Wanted.of(name) == Wanted.ANYTHING;
        if (loose || Schema.type(simple).equals("object")) {
            return evidence.labelled(name).map(NODES::stringNode);
        }
        boolean topic = Wanted.of(name) == Wanted.TOPIC || Wanted.of(name) == Wanted.ANSWER;
        return topic ? Optional.empty() : found(name, simple, depth + 1);
    }

    private Optional<JsonNode> mentioned(JsonNode values) {
        for (JsonNode value : values) {
            if (evidence.mentions(value.asString(""))) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> list(String field, JsonNode wanted, int depth) {
        ArrayNode list = NODES.arrayNode();
        JsonNode items = schema.simple(wanted.path("items"));
        int most = wanted.path("maxItems").asInt(Integer.MAX_VALUE);
        boolean scalar =
                !Schema.type(items).equals("object") && !Schema.type(items).equals("array");
        while (scalar && list.size() < Math.min(most, MOST_FILLERS)) {
            Optional<JsonNode> next = found(field, items, depth + 1);
            if (next.isEmpty() || isIn(list, next.get())) {
                break;
            }
            list.add(next.get());
        }
        if (!scalar && most > 0) {
            list.add(required(field, items, depth + 1));
        }
        int least = Math.min(wanted.path("minItems").asInt(0), MOST_FILLERS);
        while (list.size() < least) {
            list.add(plainest(field, items, depth + 1));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static boolean isIn(ArrayNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> number(String field, JsonNode wanted) {
        Optional<String> said = evidence.number(field);
        if (Wanted.of(field) == Wanted.ANSWER) {
            said = new Evidence(answer, evidence.today()).number("").or(() -> evidence.number(""));
        }
        return said.map(BigDecimal::new).map(value -> within(value, wanted));
    }

    private static JsonNode within(BigDecimal value, JsonNode wanted) {
        BigDecimal kept = value;
        if (wanted.path("minimum").isNumber()) {
            kept = kept.max(wanted.path("minimum").decimalValue());
        }
        if (wanted.path("maximum").isNumber()) {
            kept = kept.min(wanted.path("maximum").decimalValue());
        }
        return Schema.type(wanted).equals("integer")
                ? NODES.numberNode(kept.setScale(0, RoundingMode.HALF_UP).longValue())
                : NODES.numberNode(kept);
    }

    private Optional<JsonNode> flag(String field) {
        String words = field.replace('_', ' ');
        if (evidence.mentions("no " + words) || evidence.mentions("not " + words)) {
            return Optional.of(NODES.booleanNode(false));
        }
        return evidence.mentions(words) ? Optional.of(NODES.booleanNode(true)) : Optional.empty();
    }

    private Optional<JsonNode> text(String field, JsonNode wanted) {
        Optional<String> said =
                switch (wanted.path("format").asString("")) {
                    case "date" -> evidence.date().map(LocalDate::toString);
                    case "date-time" -> evidence.date().map(day -> day + "T00:00:00Z");
                    case "time" -> evidence.time().map(time -> time + ":00");
                    case "email" -> evidence.email();
                    case "uri" -> evidence.url();
                    default -> said(field);
                };
        return said.map(value -> NODES.stringNode(fitting(value, wanted)));
    }

    private Optional<String> said(String field) {
        return switch (Wanted.of(field)) {
            case PLACE -> evidence.place();
            case DATE -> evidence.date().map(LocalDate::toString);
            case TIME -> evidence.time();
            case PERSON -> evidence.quoted().or(evidence::name);
            case EMAIL -> evidence.email();
            case URL -> evidence.url();
            case EXPRESSION -> Optional.of(subject);
            case ANSWER -> Optional.of(answer);
            case TOPIC -> evidence.quoted().or(() -> Optional.of(subject));
            case ANYTHING -> evidence.labelled(field).or(evidence::quoted).or(evidence::name);
        };
    }

    private static String fitting(String value, JsonNode wanted) {
        int most = wanted.path("maxLength").asInt(Integer.MAX_VALUE);
        int least = Math.min(wanted.path("minLength").asInt(0), 1_000);
        String cut =
                value.codePointCount(0, value.length()) <= most
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, most));
        return cut + " ".repeat(Math.max(0, least - cut.codePointCount(0, cut.length())));
    }

    /// A value that is allowed where the text says nothing.
    private JsonNode plainest(String field, JsonNode wanted, int depth) {
        if (wanted.has("default")) {
            return wanted.path("default");
        }
        if (wanted.path("enum").isArray() && !wanted.path("enum").isEmpty()) {
            return wanted.path("enum").get(0);
        }
        return switch (Schema.type(wanted)) {
            case "object" -> depth > DEEPEST ? NODES.objectNode() : object(wanted, depth);
            case "array" -> NODES.arrayNode();
            case "integer", "number" -> within(BigDecimal.ZERO, wanted);
            case "boolean" -> NODES.booleanNode(false);
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(fitting(plainText(field, wanted), wanted));
        };
    }

    private String plainText(String field, JsonNode wanted) {
        return switch (wanted.path("format").asString("")) {
            case "date" -> evidence.today().toString();
            case "date-time" -> evidence.today() + "T00:00:00Z";
            case "time" -> "00:00:00";
            case "email" -> "unknown@example.com";
            case "uri" -> "about:blank";
            case "uuid" -> "00000000-0000-0000-0000-000000000000";
            default ->
                    switch (Wanted.of(field)) {
                        case DATE -> evidence.today().toString();
                        case TIME -> "00:00";
                        case EMAIL, URL -> "";
                        case PLACE, PERSON, EXPRESSION, ANSWER, TOPIC, ANYTHING -> subject;
                    };
        };
    }
}
