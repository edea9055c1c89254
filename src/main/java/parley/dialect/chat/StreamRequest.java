package parley.dialect.chat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import parley.conversation.NewMessage;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.Sampling;
import tools.jackson.databind.JsonNode;

/// What `POST /v1/chat/stream` is asked for.
///
/// @param sessionId the session to continue; empty for a new one
record StreamRequest(
        String model,
        List<NewMessage> messages,
        Sampling sampling,
        boolean stream,
        OptionalLong sessionId) {
    private static final double USUAL_TEMPERATURE = 0.7;

    StreamRequest {
        messages = List.copyOf(messages);
    }

    /// @throws AppException (400) if a field is missing or wrong; (404) if the session cannot exist
    static StreamRequest of(JsonNode body, MessageReader messages) {
        RequestFields fields = new RequestFields(body);
        return new StreamRequest(
                ModelName.required(fields),
                messages.read(fields),
                new Sampling(
                        OptionalDouble.of(
                                fields.optionalDouble("temperature", 0, 2)
                                        .orElse(USUAL_TEMPERATURE)),
                        fields.optionalInt("max_tokens", 1, Integer.MAX_VALUE)),
                fields.optionalBoolean("stream").orElse(true),
                AskedConversation.inField(fields, "session_id"));
    }
}
