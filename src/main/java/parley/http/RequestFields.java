package parley.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a JSON object, and says which is wrong and why. A field that is `null`
/// counts as absent. Every method throws an [AppException] (400) that names the field when it has
/// another type or lies outside its range.
public final class RequestFields {
    private final JsonNode object;
    private final String place;

    public RequestFields(JsonNode object) {
        this(object, "");
    }

    /// @param place what stands before a field's name where it is told: `input[0].`
    public RequestFields(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /// Whether the field is there, and not null.
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /// The text of a field that must be there; it may be empty.
    public String requiredText(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalText(String name) {
        return find(name).map(node -> textOf(node, name));
    }

    public long requiredLong(String name, long least, long most) {
        return optionalLong(name, least, most).orElseThrow(() -> missing(name));
    }

    /// A whole number between `least` and `most`, both included.
    public OptionalLong optionalLong(String name, long least, long most) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return OptionalLong.empty();
        }
        if (!node.isIntegralNumber()) {
            throw wrong(name, "a whole number");
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw wrong(name, "a whole number from %d to %d".formatted(least, most));
        }
        return OptionalLong.of(node.longValue());
    }

    /// As [#optionalLong], for a range that fits an int.
    public OptionalInt optionalInt(String name, int least, int most) {
        OptionalLong value = optionalLong(name, least, most);
        return value.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(value.getAsLong()));
    }

    /// A number between `least` and `most`, both included.
    public OptionalDouble optionalDouble(String name, double least, double most) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return OptionalDouble.empty();
        }
        if (!node.isNumber()) {
            throw wrong(name, "a number");
        }
        double value = node.doubleValue();
        if (!(value >= least && value <= most)) {
            throw wrong(name, "a number from %s to %s".formatted(plain(least), plain(most)));
        }
        return OptionalDouble.of(value);
    }

    public Optional<Boolean> optionalBoolean(String name) {
        return find(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw wrong(name, "true or false");
                    }
                    return node.booleanValue();
                });
    }

    public Optional<RequestFields> optionalObject(String name) {
        return find(name).map(node -> objectOf(node, name));
    }

    /// A field that holds an object, as the text of its JSON.
    public Optional<String> objectText(String name) {
        return optionalObject(name).map(fields -> Json.text(fields.object));
    }

    /// The objects in an array; none if the field is absent.
    public List<RequestFields> objects(String name) {
        List<RequestFields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            objects.add(objectOf(element, "%s[%d]".formatted(name, objects.size())));
        }
        return objects;
    }

    /// The texts in an array; none if the field is absent.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            texts.add(textOf(element, "%s[%d]".formatted(name, texts.size())));
        }
        return texts;
    }

    /// The field as it is, for what can have several types.
    public Optional<JsonNode> find(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }

    /// The failure that a field lacks.
    public AppException missing(String name) {
        return AppException.invalid(
                place + name, "The field \"%s%s\" is missing.".formatted(place, name));
    }

    /// The failure of a field that should be something else: "The field … must be …".
    public AppException wrong(String name, String expected) {
        return AppException.invalid(
                place + name, "The field \"%s%s\" must be %s.".formatted(place, name, expected));
    }

    private List<JsonNode> elements(String name) {
        JsonNode node = find(name).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(name, "an array");
        }
        return List.copyOf(node.values());
    }

    private String textOf(JsonNode node, String name) {
        if (!node.isString()) {
            throw wrong(name, "text");
        }
        return node.stringValue();
    }

    private RequestFields objectOf(JsonNode node, String name) {
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        return new RequestFields(node, place + name + ".");
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
