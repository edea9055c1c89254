package parley.dialect.openai;

import java.util.List;
import java.util.Optional;
import parley.dialect.ModelName;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;
import tools.jackson.databind.JsonNode;

/// What `POST /v1/chat/completions` is asked for.
///
/// @param choices how many answers are wanted
/// @param includeUsage whether a stream is to end with the tokens
/// @param stored whether the answer enters the history
/// @param metadata the client's own notes, as the text of a JSON object
/// @param legacyFunctions whether tools were offered as `functions`, and are asked for in that form
record ChatRequest(
        Optional<String> model,
        List<ChatMessage> messages,
        ModelOptions options,
        int choices,
        boolean stream,
        boolean includeUsage,
        boolean stored,
        String metadata,
        boolean legacyFunctions) {
    private static final int MOST_CHOICES = 8;

    ChatRequest {
        messages = List.copyOf(messages);
    }

    /// @throws parley.error.AppException (400) naming the field that is missing or wrong
    static ChatRequest of(JsonNode json) {
        RequestFields body = new RequestFields(json);
        refuseUnavailable(body);
        Optional<String> model = ModelName.optional(body);
        List<ChatMessage> messages = new MessageReader().read(body);
        int choices = body.optionalInt("n", 1, MOST_CHOICES).orElse(1);
        boolean stored = body.optionalBoolean("store").orElse(false);
        if (stored && choices > 1) {
            throw body.wrong("n", "1 where store is true: a history goes on one way");
        }
        boolean stream = body.optionalBoolean("stream").orElse(false);
        Optional<RequestFields> streamOptions = body.optionalObject("stream_options");
        if (!stream && streamOptions.isPresent()) {
            throw body.wrong("stream_options", "absent where stream is not true");
        }
        return new ChatRequest(
                model,
                messages,
                OptionsReader.read(body),
                choices,
                stream,
                streamOptions
                        .flatMap(options -> options.optionalBoolean("include_usage"))
                        .orElse(false),
                stored,
                Metadata.read(body),
                body.has("functions"));
    }

    private static void refuseUnavailable(RequestFields body) {
        if (body.optionalBoolean("logprobs").orElse(false)
                || body.optionalInt("top_logprobs", 0, 20).orElse(0) > 0) {
            throw body.wrong("logprobs", "false: the probabilities of tokens are not available");
        }
        if (body.has("audio") || body.texts("modalities").contains("audio")) {
            throw body.wrong(
                    body.has("audio") ? "audio" : "modalities",
                    "absent, or text alone: answers are not spoken here");
        }
    }
}
