package parley.llm.langchain;

import java.util.List;
import java.util.OptionalInt;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a request in the form of OpenAI's chat completions.
///
/// The API has no way to continue an answer, so the text so far is sent as the assistant's message,
/// followed by [#CONTINUE]. It has no place for reasoning either: what a model thought is not sent
/// back, but for the signature of a call.
final class ChatBody {
    static final String CONTINUE =
            "Your last message was cut off. Continue it exactly where it stopped, beginning with the"
                    + " very next character. Repeat nothing of it, and say nothing about this request.";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModelRequest request;
    private final Quirks quirks;
    private final ShortCallIds shortIds = new ShortCallIds();
    private final SentAnswer answers;
    private final ObjectNode body = JSON.createObjectNode();

    private ChatBody(ModelRequest request, Quirks quirks) {
        this.request = request;
        this.quirks = quirks;
        this.answers =
                new SentAnswer(
                        this::callId,
                        quirks.signedCalls() && ModelFamilies.wantsSignedCalls(request.model()));
    }

    static String of(ModelRequest request, Quirks quirks) {
        return new ChatBody(request, quirks).write();
    }

    private String write() {
        body.put("model", request.model());
        writeMessages(body.putArray("messages"));
        if (request.streamed()) {
            body.put("stream", true);
            if (quirks.streamOptions()) {
                body.putObject("stream_options").put("include_usage", true);
            }
        }
        writeSampling(request.sampling());
        writeTools(request.options().tools());
        writeFormat(request.options().format());
        request.options()
                .reasoningEffort()
                .ifPresent(effort -> body.put("reasoning_effort", effort));
        return body.toString();
    }

    private void writeMessages(ArrayNode messages) {
        request.messages().forEach(message -> write(messages, message));
        if (!request.answerSoFar().isEmpty()) {
            message(messages, "assistant").put("content", request.answerSoFar());
            message(messages, "user").put("content", CONTINUE);
        }
    }

    private static ObjectNode message(ArrayNode messages, String role) {
        return messages.addObject().put("role", role);
    }

    private void write(ArrayNode messages, ChatMessage message) {
        switch (message.role()) {
            case SYSTEM -> {
                if (!message.text().isBlank()) {
                    message(messages, "system").put("content", message.text());
                }
            }
            case USER -> writeContent(message(messages, "user"), message.parts());
            case ASSISTANT -> answers.write(message(messages, "assistant"), message);
            case TOOL -> writeResults(messages, message);
        }
    }

    private static void writeContent(ObjectNode wire, List<Part> parts) {
        boolean words = parts.stream().allMatch(Part.Text.class::isInstance);
        if (words) {
            wire.put("content", new ChatMessage(Role.USER, parts).text());
            return;
        }
        ArrayNode content = wire.putArray("content");
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) ->
                        content.addObject().put("type", "text").put("text", text);
                case Part.Image image -> writeImage(content.addObject(), image);
                case Part.ToolCall _, Part.ToolResult _, Part.Reasoning _ -> {}
            }
        }
    }

    private static void writeImage(ObjectNode wire, Part.Image image) {
        ObjectNode address =
                wire.put("type", "image_url")
                        .putObject("image_url")
                        .put("url", "data:%s;base64,%s".formatted(image.mediaType(), image.data()));
        image.detail().ifPresent(detail -> address.put("detail", detail));
    }

    private void writeResults(ArrayNode messages, ChatMessage message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolResult result) {
                message(messages, "tool")
                        .put("tool_call_id", callId(result.callId()))
                        .put("content", result.content());
            }
        }
    }

    private String callId(String id) {
        return quirks.shortCallIds() ? shortIds.of(id) : id;
    }

    private void writeSampling(Sampling sampling) {
        sampling.temperature().ifPresent(value -> body.put("temperature", value));
        sampling.topP().ifPresent(value -> body.put("top_p", value));
        OptionalInt most = sampling.maxTokens();
        boolean ownField =
                quirks.ownLimitField() && ModelFamilies.limitsCompletionTokens(request.model());
        most.ifPresent(value -> body.put(ownField ? "max_completion_tokens" : "max_tokens", value));
        if (!sampling.stop().isEmpty()) {
            sampling.stop().forEach(body.putArray("stop")::add);
        }
        sampling.seed().ifPresent(value -> body.put(quirks.seedField(), value));
        sampling.presencePenalty().ifPresent(value -> body.put("presence_penalty", value));
        sampling.frequencyPenalty().ifPresent(value -> body.put("frequency_penalty", value));
    }

    private void writeTools(ToolUse use) {
        if (use.tools().isEmpty()) {
            return;
        }
        ArrayNode tools = body.putArray("tools");
        for (ToolUse.Tool tool : use.tools()) {
            ObjectNode function =
                    tools.addObject()
                            .put("type", "function")
                            .putObject("function")
                            .put("name", tool.name());
            if (!tool.description().isEmpty()) {
                function.put("description", tool.description());
            }
            function.set("parameters", json(tool.parameters()));
            if (tool.strict()) {
                function.put("strict", true);
            }
        }
        switch (use.choice()) {
            case ToolUse.ToolChoice.Auto _ -> {}
            case ToolUse.ToolChoice.None _ -> body.put("tool_choice", "none");
            case ToolUse.ToolChoice.Required _ -> body.put("tool_choice", "required");
            case ToolUse.ToolChoice.Named(String name) ->
                    body.putObject("tool_choice")
                            .put("type", "function")
                            .putObject("function")
                            .put("name", name);
        }
        if (!use.parallel()) {
            body.put("parallel_tool_calls", false);
        }
    }

    private void writeFormat(OutputFormat format) {
        switch (format) {
            case OutputFormat.Text(), OutputFormat.Image() -> {}
            case OutputFormat.JsonObject() ->
                    body.putObject("response_format").put("type", "json_object");
            case OutputFormat.JsonSchema(String name, String schema, boolean strict) ->
                    body.putObject("response_format")
                            .put("type", "json_schema")
                            .putObject("json_schema")
                            .put("name", name)
                            .put("strict", strict)
                            .set("schema", json(schema));
        }
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
