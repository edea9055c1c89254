package parley.dialect.openai;

import java.util.Map;
import java.util.Optional;
import parley.http.Json;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;

/// The notes of its own that a client keeps beside an answer: texts under names.
final class Metadata {
    private static final String FIELD = "metadata";
    private static final int MOST_NOTES = 16;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_NOTE = 512;

    private Metadata() {}

    /// The text of a JSON object.
    ///
    /// @throws parley.error.AppException (400) if it is none, or too large
    static String read(RequestFields body) {
        Optional<RequestFields> notes = body.optionalObject(FIELD);
        if (notes.isEmpty()) {
            return "{}";
        }
        JsonNode node = body.find(FIELD).orElseThrow();
        if (node.size() > MOST_NOTES) {
            throw body.wrong(FIELD, "an object with at most %d entries".formatted(MOST_NOTES));
        }
        for (String name : node.propertyNames()) {
            if (name.length() > LONGEST_NAME
                    || notes.get().optionalText(name).orElse("").length() > LONGEST_NOTE) {
                throw body.wrong(
                        FIELD,
                        "an object whose names have at most %d characters and its texts at most %d"
                                .formatted(LONGEST_NAME, LONGEST_NOTE));
            }
        }
        return Json.text(node);
    }

    /// Whether notes, the text of a JSON object, hold all of these.
    static boolean holds(String notes, Map<String, String> wanted) {
        JsonNode node = Json.readObject(notes);
        return wanted.entrySet().stream()
                .allMatch(note ->
                        node.has(note.getKey())
                                && node.path(note.getKey()).asString("").equals(note.getValue()));
    }
}
