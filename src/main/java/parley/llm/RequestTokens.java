package parley.llm;

/// Counts the tokens of a request without asking a provider: everything that the model reads, tools
/// and pictures included.
public final class RequestTokens {
    /// What a message costs beside its content: its role and its borders.
    private static final int PER_MESSAGE = 4;

    /// What a tool, a call or a result costs beside its text.
    private static final int PER_TOOL = 8;

    // A picture in one tile of 512 x 512, and a large one (OpenAI's "Calculating costs" of images:
    // 85, and 170 for each of four tiles more). Others count alike, within a factor of two.
    private static final int SMALL_IMAGE = 85;
    private static final int IMAGE = 765;

    private RequestTokens() {}

    public static long count(ModelRequest request, TokenCounter counter) {
        return count(request.messages(), request.options(), counter)
                + counter.count(request.answerSoFar());
    }

    public static long count(
            Iterable<ChatMessage> messages, ModelOptions options, TokenCounter counter) {
        long tokens = ofOptions(options, counter);
        for (ChatMessage message : messages) {
            tokens += count(message, counter);
        }
        return tokens;
    }

    public static long count(ChatMessage message, TokenCounter counter) {
        long tokens = PER_MESSAGE;
        for (Part part : message.parts()) {
            tokens += count(part, counter);
        }
        return tokens;
    }

    public static long count(Part part, TokenCounter counter) {
        return switch (part) {
            case Part.Text(String text) -> counter.count(text);
            case Part.Reasoning reasoning -> counter.count(reasoning.text());
            case Part.ToolCall call ->
                    PER_TOOL + counter.count(call.name()) + counter.count(call.arguments());
            case Part.ToolResult result ->
                    PER_TOOL + counter.count(result.name()) + counter.count(result.content());
            case Part.Image image ->
                    image.detail().filter("low"::equals).isPresent() ? SMALL_IMAGE : IMAGE;
        };
    }

    private static long ofOptions(ModelOptions options, TokenCounter counter) {
        long tokens =
                switch (options.format()) {
                    case OutputFormat.Text _, OutputFormat.Image _, OutputFormat.JsonObject _ -> 0;
                    case OutputFormat.JsonSchema format -> counter.count(format.schema());
                };
        if (!options.tools().offered()) {
            return tokens;
        }
        for (ToolUse.Tool tool : options.tools().tools()) {
            tokens +=
                    PER_TOOL
                            + counter.count(tool.name())
                            + counter.count(tool.description())
                            + counter.count(tool.parameters());
        }
        return tokens;
    }
}
