package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/// The forms in which contracts say what went wrong.
final class ErrorShape {
    private ErrorShape() {}

    /// The sentence of an error that was answered on this path, in the form of its contract.
    static String sentence(String path, WireAnswer answer) {
        JsonNode body = answer.json();
        if (isDialogix(path)) {
            assertThat(body.propertyNames()).containsExactly("error", "details");
            assertThat(body.get("error").stringValue()).isNotBlank();
            return body.get("details").stringValue();
        }
        assertThat(body.propertyNames()).containsExactly("detail");
        return body.get("detail").stringValue();
    }

    private static boolean isDialogix(String path) {
        return path.matches(
                "/(chat|health)(/.*)?|/api/v1/(health|chat/(completions|conversations|history))(/.*)?");
    }
}
