package parley.image;

import parley.error.AppException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in the fields of forms.
final class JsonTexts {
    private JsonTexts() {}

    /// @throws AppException (400) if it is not JSON
    static JsonNode parse(String field, String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw AppException.invalid(field, "%s must be JSON.".formatted(field));
        }
    }
}
