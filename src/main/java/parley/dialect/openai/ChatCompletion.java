package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.dialect.Picture;
import parley.llm.Part;

/// Answers in one piece.
///
/// @param model the model that answered, as `provider/model`
/// @param metadata the client's notes, for answers that are kept
record ChatCompletion(
        String id,
        String object,
        long created,
        String model,
        @JsonProperty("system_fingerprint") String fingerprint,
        List<Choice> choices,
        TokenUsage usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String metadata) {

    ChatCompletion {
        choices = List.copyOf(choices);
    }

    record Choice(
            int index,
            Message message,
            @Nullable Object logprobs,
            @JsonProperty("finish_reason") String finishReason) {
        static Choice of(int index, Answer answer, boolean legacyFunctions) {
            return new Choice(
                    index, Message.of(answer, legacyFunctions), null, answer.finishReason());
        }
    }

    /// @param content null where there is nothing but tool calls
    /// @param reasoning what the model thought, as far as it shows it
    /// @param images the pictures it made
    record Message(
            String role,
            @Nullable String content,
            @Nullable String refusal,
            @JsonProperty("reasoning_content") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String reasoning,
            @JsonProperty("tool_calls") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable List<ToolCall> toolCalls,
            @JsonProperty("function_call") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable Function functionCall,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownImage> images) {
        static Message of(Answer answer, boolean legacyFunctions) {
            List<ToolCall> calls = answer.calls().stream().map(ToolCall::of).toList();
            boolean legacyCall = legacyFunctions && !calls.isEmpty();
            return new Message(
                    "assistant",
                    answer.text().isEmpty() && !calls.isEmpty() ? null : answer.text(),
                    null,
                    answer.reasoning().isEmpty() ? null : answer.reasoning(),
                    calls.isEmpty() || legacyFunctions ? null : calls,
                    legacyCall ? calls.getFirst().function() : null,
                    answer.images().isEmpty()
                            ? null
                            : answer.images().stream().map(ShownImage::of).toList());
        }
    }

    record ToolCall(String id, String type, Function function) {
        static ToolCall of(Part.ToolCall call) {
            return new ToolCall(call.id(), "function", new Function(call.name(), call.arguments()));
        }
    }

    record Function(String name, String arguments) {}

    record ShownImage(String type, @JsonProperty("image_url") Url url) {
        record Url(String url) {}

        static ShownImage of(Part.Image image) {
            return new ShownImage("image_url", new Url(Picture.uri(image)));
        }
    }
}
