package parley.dialect.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;

/// What `POST /v1/usage/estimate` is asked for.
///
/// @param texts what is said, in order
record EstimateRequest(
        OptionalLong conversationId,
        List<String> texts,
        Optional<String> model,
        OptionalInt maxTokens) {
    /// @throws AppException (400) if a field is missing or wrong; (404) if the conversation cannot
    ///   exist
    static EstimateRequest of(JsonNode body) {
        RequestFields fields = new RequestFields(body);
        return new EstimateRequest(
                AskedConversation.inField(fields, "conversation_id"),
                texts(fields),
                ModelName.optional(fields),
                fields.optionalInt("max_tokens", 1, Integer.MAX_VALUE));
    }

    private static List<String> texts(RequestFields fields) {
        Optional<JsonNode> messages = fields.find("messages");
        if (messages.isEmpty()) {
            return List.of(fields.requiredText("message"));
        }
        if (!messages.get().isArray() || messages.get().isEmpty()) {
            throw fields.wrong("messages", "a list of messages");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode message : messages.get()) {
            if (!message.isObject()) {
                throw fields.wrong("messages", "a list of messages");
            }
            texts.add(new RequestFields(message).requiredText("content"));
        }
        return texts;
    }
}
