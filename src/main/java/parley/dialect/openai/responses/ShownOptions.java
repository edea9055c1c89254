package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a request asked for, as far as the response shows it again. Kept beside the answer, in the
/// attribute [#ATTRIBUTE].
///
/// @param fields the fields of the response under their own names
/// @param inputs how many messages the request brought
/// @param encrypted whether reasoning items carry what brings them back
record ShownOptions(
        ObjectNode fields, int inputs, @JsonProperty("encrypted_reasoning") boolean encrypted) {
    private static final String ATTRIBUTE = "response";

    /// What is shown where a request did not say, or another contract asked.
    private static final String DEFAULTS =
            """
            {"background": false, "instructions": null, "max_output_tokens": null,
             "max_tool_calls": null, "parallel_tool_calls": true, "previous_response_id": null,
             "presence_penalty": 0.0, "frequency_penalty": 0.0, "prompt_cache_key": null,
             "reasoning": {"effort": null, "summary": null}, "safety_identifier": null,
             "service_tier": "default", "temperature": 1.0, "text": {"format": {"type": "text"}},
             "tool_choice": "auto", "tools": [], "top_logprobs": 0, "top_p": 1.0,
             "truncation": "disabled", "user": null, "metadata": {}}
            """;

    /// How the answer goes on when its client goes away: kept, so that it can be looked up.
    private static final String GOES_ON = "continue";

    static ObjectNode defaults() {
        return (ObjectNode) Json.readObject(DEFAULTS);
    }

    JsonNode field(String name) {
        return fields.path(name);
    }

    boolean background() {
        return field("background").booleanValue(false);
    }

    /// What is kept beside the answer.
    String attributes() {
        return Json.text(
                Map.of(
                        ATTRIBUTE,
                        Map.of(
                                "fields",
                                fields,
                                "inputs",
                                inputs,
                                "encrypted_reasoning",
                                encrypted,
                                "on_disconnect",
                                GOES_ON)));
    }

    /// What was kept beside an answer; the defaults where another contract asked.
    static ShownOptions of(String attributes) {
        @Nullable JsonNode kept = Json.readObject(attributes).get(ATTRIBUTE);
        return Optional.ofNullable(kept)
                .filter(found -> found.path("fields").isObject())
                .map(found ->
                        new ShownOptions(
                                defaults().setAll((ObjectNode) found.get("fields")),
                                found.path("inputs").intValue(0),
                                found.path("encrypted_reasoning").booleanValue(false)))
                .orElseGet(() -> new ShownOptions(defaults(), 0, false));
    }
}
