package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parley.dialect.FileParts;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Json;
import parley.llm.ChatMessage;
import parley.llm.TokenCounter;
import parley.llm.ToolUse;

/// Says about how many tokens a model would read for a request, without asking one.
final class InputTokensHandler implements Handler {
    /// What a message costs beside its text.
    private static final int TOKENS_A_MESSAGE = 4;

    private final FleetingResponses responses;
    private final KeptItems items;
    private final TokenCounter tokens;
    private final FileParts files;

    InputTokensHandler(
            FleetingResponses responses, KeptItems items, TokenCounter tokens, FileParts files) {
        this.responses = responses;
        this.items = items;
        this.tokens = tokens;
        this.files = files;
    }

    record InputTokens(String object, @JsonProperty("input_tokens") long inputTokens) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        CreateRequest request =
                CreateRequest.of(files.read(accountId, exchange.json(), "input"), items, accountId);
        List<ChatMessage> history = responses.history(accountId, request);
        long count = 0;
        for (ChatMessage message : history) {
            count += tokens.count(message.text()) + TOKENS_A_MESSAGE;
        }
        for (ToolUse.Tool tool : request.options().tools().tools()) {
            count += tokens.count(Json.text(tool));
        }
        exchange.respond(new InputTokens("response.input_tokens", count));
    }
}
