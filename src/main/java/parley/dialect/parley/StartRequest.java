package parley.dialect.parley;

import java.util.Optional;
import java.util.OptionalLong;
import parley.dialect.AskedConversation;
import parley.dialect.MessageText;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.Sampling;
import tools.jackson.databind.JsonNode;

/// What `POST /v1/turns` is asked for.
///
/// @param conversationId the conversation to continue; empty for a new one
/// @param message what the user says, exactly as it was sent
record StartRequest(
        OptionalLong conversationId,
        String message,
        Optional<String> model,
        Sampling sampling,
        boolean stream) {
    /// @throws AppException (400) if a field is missing or wrong; (404) if the conversation cannot
    ///   exist
    static StartRequest of(JsonNode body) {
        RequestFields fields = new RequestFields(body);
        return new StartRequest(
                AskedConversation.inField(fields, "conversation_id"),
                MessageText.required(fields, "message"),
                ModelName.optional(fields),
                new Sampling(
                        fields.optionalDouble("temperature", 0, 2),
                        fields.optionalInt("max_tokens", 1, Integer.MAX_VALUE)),
                fields.optionalBoolean("stream").orElse(true));
    }
}
