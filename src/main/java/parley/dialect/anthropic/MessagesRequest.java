package parley.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.dialect.ModelName;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Sampling;

/// What `POST /v1/messages` is asked for.
///
/// @param thoughts whether the client wants to see what the model thinks
record MessagesRequest(
        String model,
        List<ChatMessage> messages,
        ModelOptions options,
        boolean stream,
        boolean thoughts) {
    MessagesRequest {
        messages = List.copyOf(messages);
    }

    /// @throws parley.error.AppException (400) naming the field that is missing or wrong
    static MessagesRequest of(RequestFields body) {
        OptionalInt maxTokens = body.optionalInt("max_tokens", 1, Integer.MAX_VALUE);
        if (maxTokens.isEmpty()) {
            throw body.missing("max_tokens");
        }
        return read(body, maxTokens);
    }

    /// What a request to count its tokens holds: everything but how the answer is to be.
    static MessagesRequest toCount(RequestFields body) {
        return read(body, OptionalInt.empty());
    }

    private static MessagesRequest read(RequestFields body, OptionalInt maxTokens) {
        refuseUnavailable(body);
        String model = ModelName.required(body);
        Thinking thinking = Thinking.of(body);
        return new MessagesRequest(
                model,
                new DialogueReader().read(body),
                new ModelOptions(
                        sampling(body, maxTokens),
                        ToolReader.read(body),
                        format(body),
                        thinking.effort()),
                body.optionalBoolean("stream").orElse(false),
                thinking.shown());
    }

    private static void refuseUnavailable(RequestFields body) {
        for (String field : List.of("mcp_servers", "container")) {
            if (body.find(field).filter(node -> !node.isEmpty()).isPresent()) {
                throw body.wrong(field, "absent: this server runs no tools itself");
            }
        }
    }

    private static Sampling sampling(RequestFields body, OptionalInt maxTokens) {
        List<String> stops = new ArrayList<>(body.texts("stop_sequences"));
        // A stop of white space means nothing to the providers, and Anthropic refuses it.
        if (stops.stream().anyMatch(String::isBlank)) {
            throw body.wrong("stop_sequences", "an array of texts that are more than white space");
        }
        // Only some providers can choose among the likeliest tokens: the field is read, not used.
        body.optionalInt("top_k", 0, Integer.MAX_VALUE);
        return new Sampling(
                body.optionalDouble("temperature", 0, 1),
                body.optionalDouble("top_p", 0, 1),
                maxTokens,
                stops,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static OutputFormat format(RequestFields body) {
        Optional<RequestFields> format =
                body.optionalObject("output_config")
                        .flatMap(config -> config.optionalObject("format"))
                        .or(() -> body.optionalObject("output_format"));
        if (format.isEmpty()) {
            return new OutputFormat.Text();
        }
        if (!format.get().requiredText("type").equals("json_schema")) {
            throw format.get().wrong("type", "json_schema");
        }
        return new OutputFormat.JsonSchema(
                "answer",
                format.get().objectText("schema").orElseThrow(() -> format.get().missing("schema")),
                true);
    }
}
