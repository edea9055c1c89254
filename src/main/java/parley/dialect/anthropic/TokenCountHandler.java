package parley.dialect.anthropic;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.dialect.UnknownModel;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.ModelCatalog;
import parley.llm.Part;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.ToolUse;

/// Says about how many tokens a request would have, without asking a provider.
final class TokenCountHandler implements Handler {
    /// What a message costs beside its words: its role and its borders.
    private static final int TOKENS_PER_MESSAGE = 4;

    /// What a picture costs, about, at the size to which providers shrink it.
    private static final int TOKENS_PER_PICTURE = 1000;

    private final ModelCatalog models;
    private final TokenCounter tokens;

    TokenCountHandler(ModelCatalog models, TokenCounter tokens) {
        this.models = models;
        this.tokens = tokens;
    }

    record Count(@JsonProperty("input_tokens") long inputTokens) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        exchange.setHeader("request-id", exchange.requestId());
        MessagesRequest request = MessagesRequest.toCount(new RequestFields(exchange.json()));
        ResolvedModel model = UnknownModel.asNotFound(() -> models.resolve(request.model()));
        exchange.setHeader("X-Model-Used", model.fullName());
        exchange.respond(new Count(count(request)));
    }

    private long count(MessagesRequest request) {
        long sum = 0;
        for (ChatMessage message : request.messages()) {
            sum += TOKENS_PER_MESSAGE;
            for (Part part : message.parts()) {
                sum += count(part);
            }
        }
        for (ToolUse.Tool tool : request.options().tools().tools()) {
            sum += tokens.count(tool.name() + tool.description() + tool.parameters());
        }
        return sum;
    }

    private long count(Part part) {
        return switch (part) {
            case Part.Text(String text) -> tokens.count(text);
            case Part.Image _ -> TOKENS_PER_PICTURE;
            case Part.ToolCall call -> tokens.count(call.name() + call.arguments());
            case Part.ToolResult result -> tokens.count(result.content());
            case Part.Reasoning thought -> tokens.count(thought.text());
        };
    }
}
