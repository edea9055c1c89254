package parley.llm.langchain;

import java.util.Arrays;
import parley.llm.ProviderException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an error says, in any of the shapes that are about: `{"error": {"message", "type",
/// "code"}}`, `{"error": "text"}`, `{"message"}`, `{"detail"}`, plain text.
///
/// @param message empty if there is none fit for people
/// @param type OpenAI's `type`
/// @param code OpenAI's `code`; some servers put an HTTP status there
record ErrorBody(String message, String type, String code) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] REFUSALS = {
        "invalid_request_error",
        "not_found_error",
        "request_too_large",
        "billing_error",
        "400",
        "404",
        "422"
    };
    private static final String[] OUTAGES = {
        "server_error", "api_error", "overloaded_error", "timeout_error"
    };
    private static final ErrorBody NONE = new ErrorBody("", "", "");

    static ErrorBody parse(String body) {
        String text = body.strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return NONE;
        }
        if (!text.startsWith("{")) {
            return new ErrorBody(text, "", "");
        }
        try {
            return of(JSON.readTree(text));
        } catch (JacksonException e) {
            return NONE;
        }
    }

    /// Whether this is an object that holds an error and no answer.
    static boolean isErrorObject(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.hasNonNull("error") && json.path("choices").isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static ErrorBody of(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isObject()) {
            return new ErrorBody(text(error, "message"), text(error, "type"), text(error, "code"));
        }
        if (error.isString()) {
            return new ErrorBody(error.asString(), "", "");
        }
        String message = text(json, "message");
        return new ErrorBody(
                message.isEmpty() ? text(json, "detail") : message,
                text(json, "type"),
                text(json, "code"));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    boolean isOutOfQuota() {
        return is("insufficient_quota");
    }

    /// The kind of failure that type and code name, where no HTTP status does.
    Kind kind() {
        if (isAny("invalid_api_key", "authentication_error", "permission_error", "401")) {
            return Kind.UNAUTHORIZED;
        }
        if (isAny("rate_limit_exceeded", "rate_limit_error", "429")) {
            return Kind.RATE_LIMITED;
        }
        if (isAny(REFUSALS)) {
            return Kind.REFUSED;
        }
        boolean server = isAny(OUTAGES) || code.matches("5\\d\\d");
        return server ? Kind.UNAVAILABLE : Kind.BAD_RESPONSE;
    }

    private boolean isAny(String... names) {
        return Arrays.stream(names).anyMatch(this::is);
    }

    private boolean is(String name) {
        return type.equals(name) || code.equals(name);
    }
}
