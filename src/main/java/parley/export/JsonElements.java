package parley.export;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The things in a file of JSON, one after another: the elements of a list, the values of JSON
/// lines, the one object there is, or the elements of its member `conversations`. Only one of them
/// is in memory at a time.
///
/// Every method throws [JacksonException] where the file is not JSON.
public final class JsonElements implements AutoCloseable {
    private static final int DEEPEST = 400;

    /// What a value takes beside its text, roughly.
    private static final int OVERHEAD = 16;

    private static final String LIST = "conversations";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser json;
    private final long most;
    private long budget;
    private boolean inList;

    /// What was read while the list was looked for.
    private Optional<Element> object = Optional.empty();

    /// @param most how much one thing may take, in bytes; more is passed over
    public JsonElements(InputStream in, long most) {
        this.most = most;
        this.json = JsonMapper.builder(factory(most)).build().createParser(in);
    }

    private static JsonFactory factory(long most) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength((int) Math.min(most, Integer.MAX_VALUE - 8))
                                .build())
                .build();
    }

    /// One of the things.
    ///
    /// @param node empty where it was too long
    public record Element(Optional<JsonNode> node) {}

    /// The next one; empty after the last.
    public Optional<Element> next() {
        JsonToken token = json.nextToken();
        while (token != null) {
            switch (token) {
                case START_ARRAY -> {
                    if (inList) {
                        return Optional.of(element());
                    }
                    inList = true;
                }
                case END_ARRAY -> inList = false;
                case END_OBJECT -> {}
                case PROPERTY_NAME -> {
                    // What stands behind the list of a wrapper.
                    json.nextToken();
                    json.skipChildren();
                }
                case START_OBJECT -> {
                    if (inList || !opensList()) {
                        return Optional.of(inList ? element() : last());
                    }
                }
                default -> {
                    return Optional.of(element());
                }
            }
            token = json.nextToken();
        }
        return Optional.empty();
    }

    private Element last() {
        Element found = object.orElseThrow();
        object = Optional.empty();
        return found;
    }

    /// Reads an object outside of a list, up to a member that is the list.
    private boolean opensList() {
        budget = most;
        ObjectNode node = NODES.objectNode();
        boolean whole = true;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(LIST) && value == JsonToken.START_ARRAY) {
                inList = true;
                return true;
            }
            if (whole) {
                Optional<JsonNode> read = value();
                read.ifPresent(present -> node.set(name, present));
                whole = read.isPresent();
            }
            if (!whole) {
                json.skipChildren();
            }
        }
        object = Optional.of(new Element(whole ? Optional.of(node) : Optional.empty()));
        return false;
    }

    private Element element() {
        budget = most;
        return new Element(value());
    }

    /// The value at which the parser is; empty if it is too long, and then the parser is at its end
    /// all the same.
    private Optional<JsonNode> value() {
        return switch (json.currentToken()) {
            case START_OBJECT -> objectNode();
            case START_ARRAY -> arrayNode();
            case VALUE_STRING -> {
                String text = json.getString();
                yield isWithin(text.length())
                        ? Optional.of(NODES.stringNode(text))
                        : Optional.empty();
            }
            default -> isWithin(0) ? Optional.of(json.readValueAsTree()) : Optional.empty();
        };
    }

    private Optional<JsonNode> objectNode() {
        ObjectNode node = NODES.objectNode();
        boolean whole = isWithin(0);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (whole && isWithin(name.length())) {
                Optional<JsonNode> value = value();
                value.ifPresent(present -> node.set(name, present));
                whole = value.isPresent();
            } else {
                whole = false;
                json.skipChildren();
            }
        }
        return whole ? Optional.of(node) : Optional.empty();
    }

    private Optional<JsonNode> arrayNode() {
        ArrayNode node = NODES.arrayNode();
        boolean whole = isWithin(0);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (whole) {
                Optional<JsonNode> value = value();
                value.ifPresent(node::add);
                whole = value.isPresent();
            } else {
                json.skipChildren();
            }
        }
        return whole ? Optional.of(node) : Optional.empty();
    }

    private boolean isWithin(int length) {
        budget -= length + OVERHEAD;
        return budget >= 0;
    }

    /// Reads a file to its end and keeps nothing.
    ///
    /// @throws JacksonException if it is not JSON, or ends too early
    static void check(InputStream in, long most) {
        try (JsonParser json = JsonMapper.builder(factory(most)).build().createParser(in)) {
            while (json.nextToken() != null) {
                json.finishToken();
            }
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
