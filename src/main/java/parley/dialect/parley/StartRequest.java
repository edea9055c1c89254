package parley.dialect.parley;

import java.util.Optional;
import java.util.OptionalLong;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.dialect.PromptedText;
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
    /// @param accountId whose prompts may be used
    /// @throws AppException (400) if a field is missing or wrong; (404) if the conversation cannot
    ///   exist, or the prompt does not; (422) if a variable of it has no value
    static StartRequest of(JsonNode body, PromptedText words, long accountId) {
        RequestFields fields = new RequestFields(body);
        return new StartRequest(
                AskedConversation.inField(fields, "conversation_id"),
                words.required(accountId, fields, "message"),
                ModelName.optional(fields),
                new Sampling(
                        fields.optionalDouble("temperature", 0, 2),
                        fields.optionalInt("max_tokens", 1, Integer.MAX_VALUE)),
                fields.optionalBoolean("stream").orElse(true));
    }
}
