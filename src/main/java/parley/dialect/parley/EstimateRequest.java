package parley.dialect.parley;

import java.util.Optional;
import java.util.OptionalLong;
import parley.dialect.AskedConversation;
import parley.dialect.ChatForm;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `POST /v1/usage/estimate` is asked for: a message, or the body of a chat completion.
///
/// @param chat what would be read beside the conversation, and how it would be answered
record EstimateRequest(OptionalLong conversationId, Optional<String> model, ChatForm.Asked chat) {
    /// @param form how messages, tools and options are written
    /// @throws AppException (400) if a field is missing or wrong; (404) if the conversation cannot
    ///   exist
    static EstimateRequest of(JsonNode body, ChatForm form) {
        RequestFields fields = new RequestFields(body);
        return new EstimateRequest(
                AskedConversation.inField(fields, "conversation_id"),
                ModelName.optional(fields),
                form.read(new RequestFields(withRoles(fields, body))));
    }

    /// The body with a list of messages that all have a role: a user's, unless it says otherwise.
    private static JsonNode withRoles(RequestFields fields, JsonNode body) {
        ObjectNode whole = body.deepCopy().asObject();
        if (!fields.has("messages")) {
            whole.putArray("messages").addObject().put("content", fields.requiredText("message"));
        }
        if (whole.get("messages") instanceof ArrayNode messages) {
            for (JsonNode message : messages) {
                if (message instanceof ObjectNode object && !object.has("role")) {
                    object.put("role", "user");
                }
            }
        }
        return whole;
    }
}
