package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.llm.Part;

/// A part of a message. Each type has its own fields; what only a provider can read is not shown.
///
/// @param type `text`, `image`, `tool_call`, `tool_result`, `reasoning`
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownPart(
        String type,
        @Nullable String text,
        @JsonProperty("media_type") @Nullable String mediaType,
        @Nullable String data,
        @Nullable String id,
        @Nullable String name,
        @Nullable String arguments,
        @JsonProperty("call_id") @Nullable String callId,
        @Nullable String content,
        @Nullable Boolean failed) {
    static List<ShownPart> of(List<Part> parts) {
        return parts.stream().map(ShownPart::of).toList();
    }

    /// The parts of a rich message; null for a plain one.
    static @Nullable List<ShownPart> of(ConversationService conversations, Message message) {
        return message.rich() ? of(conversations.parts(message)) : null;
    }

    private static ShownPart of(Part part) {
        return switch (part) {
            case Part.Text(String text) -> text("text", text);
            case Part.Reasoning reasoning -> text("reasoning", reasoning.text());
            case Part.Image image ->
                    new ShownPart(
                            "image",
                            null,
                            image.mediaType(),
                            image.data(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            case Part.ToolCall(String id, String name, String arguments) ->
                    new ShownPart(
                            "tool_call", null, null, null, id, name, arguments, null, null, null);
            case Part.ToolResult(String callId, String name, String content, boolean failed) ->
                    new ShownPart(
                            "tool_result",
                            null,
                            null,
                            null,
                            null,
                            name,
                            null,
                            callId,
                            content,
                            failed);
        };
    }

    private static ShownPart text(String type, String text) {
        return new ShownPart(type, text, null, null, null, null, null, null, null, null);
    }
}
