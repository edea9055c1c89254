package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.Part;
import parley.llm.Role;

/// A message that a stored answer was given to.
///
/// @param id the answer's id, and the message's place before it
/// @param content its words; null where there is nothing but tool calls
/// @param contentParts texts and pictures in order, where there are pictures
record StoredMessage(
        String id,
        String role,
        @Nullable String content,
        @JsonProperty("content_parts") @Nullable List<ContentPart> contentParts,
        @JsonProperty("tool_calls") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<ChatCompletion.ToolCall> toolCalls,
        @JsonProperty("tool_call_id") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String toolCallId) {
    /// A text or a picture.
    record ContentPart(
            String type,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
            @JsonProperty("image_url") @JsonInclude(JsonInclude.Include.NON_NULL)
                    ChatCompletion.ShownImage.@Nullable Url imageUrl) {}

    /// The messages of this contract that one of the history is: of results, each is one.
    ///
    /// @param parts what it says; never empty
    static List<StoredMessage> of(String idPrefix, int first, Role role, List<Part> parts) {
        List<StoredMessage> messages = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.ToolResult result) {
                String id = idPrefix + (first + messages.size());
                messages.add(
                        new StoredMessage(
                                id, "tool", result.content(), null, null, result.callId()));
            }
        }
        return messages.isEmpty() ? List.of(whole(idPrefix + first, role, parts)) : messages;
    }

    private static StoredMessage whole(String id, Role role, List<Part> parts) {
        Answer said = Answer.of(parts, "");
        List<ChatCompletion.ToolCall> calls =
                said.calls().stream().map(ChatCompletion.ToolCall::of).toList();
        return new StoredMessage(
                id,
                role.wireName(),
                said.text().isEmpty() && !calls.isEmpty() ? null : said.text(),
                said.images().isEmpty() ? null : contentParts(parts),
                calls.isEmpty() ? null : calls,
                null);
    }

    private static List<ContentPart> contentParts(List<Part> parts) {
        List<ContentPart> shown = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> shown.add(new ContentPart("text", text, null));
                case Part.Image image ->
                        shown.add(
                                new ContentPart(
                                        "image_url",
                                        null,
                                        ChatCompletion.ShownImage.of(image).url()));
                case Part.ToolCall _, Part.ToolResult _, Part.Reasoning _ -> {}
            }
        }
        return shown;
    }
}
