package parley.dialect.sessions;

import java.util.Optional;
import parley.conversation.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What this contract keeps beside an answer that is to be a picture: what was to be painted.
///
/// @param prompt in the user's words
record Painting(String prompt) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROMPT = "image_prompt";

    String attributes() {
        return JSON.writeValueAsString(JSON.createObjectNode().put(PROMPT, prompt));
    }

    /// Empty for every message that is not an answer of this kind.
    static Optional<Painting> of(Message message) {
        if (message.attributes().equals(Message.NO_ATTRIBUTES)) {
            return Optional.empty();
        }
        JsonNode prompt = JSON.readTree(message.attributes()).path(PROMPT);
        return prompt.isString() ? Optional.of(new Painting(prompt.asString())) : Optional.empty();
    }
}
