package parley.dialect.anthropic;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.dialect.UnknownModel;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.llm.ModelCatalog;
import parley.llm.RequestTokens;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;

/// Says about how many tokens a request would have, without asking a provider.
final class TokenCountHandler implements Handler {
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
        exchange.respond(
                new Count(RequestTokens.count(request.messages(), request.options(), tokens)));
    }
}
