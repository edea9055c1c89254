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
        if (path.matches("(/v1)?/responses(/.*)?")) {
            JsonNode error = body.get("error");
            assertThat(error.propertyNames()).containsExactly("message", "type", "param", "code");
            return error.get("message").stringValue();
        }
        if (isOpenAi(path)) {
            assertThat(body.propertyNames()).containsExactly("error");
            assertThat(body.get("error").propertyNames())
                    .containsExactly("message", "type", "param", "code");
            return body.at("/error/message").stringValue();
        }
        if (path.matches("(/v1)?/messages(/.*)?")) {
            assertThat(body.propertyNames()).containsExactly("type", "error");
            assertThat(body.get("error").propertyNames()).containsExactly("type", "message");
            return body.at("/error/message").stringValue();
        }
        assertThat(body.propertyNames()).containsExactly("detail");
        return body.get("detail").stringValue();
    }

    private static boolean isOpenAi(String path) {
        return path.matches(
                "(/v1)?/(models|embeddings)(/.*)?|/v1/(chat/completions|responses|nothing)(/.*)?");
    }

    private static boolean isDialogix(String path) {
        return path.matches(
                "/(chat|health)(/.*)?|/api/v1/(health|chat/(completions|conversations|history))(/.*)?");
    }
}
