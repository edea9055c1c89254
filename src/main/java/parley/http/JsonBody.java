package parley.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/// Reads the body of a request as a JSON object, strictly, and says in plain words what is wrong.
final class JsonBody {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private JsonBody() {}

    static JsonNode read(byte[] body) {
        return read(decode(body));
    }

    static JsonNode read(String text) {
        if (text.isBlank()) {
            throw invalid("The body is empty; it must be a JSON object.");
        }
        JsonNode node = parse(text);
        if (!node.isObject()) {
            throw invalid("The body must be a JSON object, in braces.");
        }
        checkValues(node);
        return node;
    }

    private static String decode(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        // Decoding replaces what is malformed; only then is the slower, strict look needed.
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(body);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw invalid("The body is not valid UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            try {
                JsonNode node = Json.MAPPER.readTree(parser);
                if (parser.nextToken() != null) {
                    throw invalid(
                            "The body goes on after the end of its JSON: "
                                    + place(parser.currentTokenLocation()));
                }
                return node;
            } catch (StreamConstraintsException e) {
                throw invalid(
                        "The body is nested deeper than %d levels, or holds too long a number."
                                .formatted(Json.DEEPEST_NESTING));
            } catch (DatabindException e) {
                throw invalid(
                        "The key \"%s\" is there twice in one object: %s"
                                .formatted(parser.currentName(), place(e.getLocation())));
            } catch (JacksonException e) {
                throw invalid("The body is not valid JSON: " + place(e.getLocation()));
            }
        }
    }

    private static String place(TokenStreamLocation location) {
        return "line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static void checkValues(JsonNode node) {
        if (node.isString()) {
            checkText(node.stringValue());
        } else if (node.isFloatingPointNumber()) {
            if (!Double.isFinite(node.doubleValue())) {
                throw invalid("The body holds a number that is too large.");
            }
        } else {
            node.properties().forEach(property -> checkText(property.getKey()));
            node.values().forEach(JsonBody::checkValues);
        }
    }

    private static void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw invalid("The body holds a NUL character (\\u0000), which text cannot have.");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw invalid(
                            "The body holds half a surrogate pair (\\u%04x), which is no character."
                                    .formatted((int) c));
                }
                i++;
            }
        }
    }

    private static AppException invalid(String sentence) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence);
    }
}
