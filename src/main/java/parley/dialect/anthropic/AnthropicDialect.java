package parley.dialect.anthropic;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.completion.CompletionService;
import parley.dialect.KeyedReplies;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.RateHeaders;
import parley.http.Route;
import parley.llm.ModelCatalog;
import parley.llm.TokenCounter;

/// Anthropic's Messages API. Nothing said through it enters the history.
public final class AnthropicDialect implements Dialect {
    static final String NAME = "anthropic";

    /// What every client of this API sends, and no other.
    private static final String VERSION = "anthropic-version";

    private final MessageHandler messages;
    private final TokenCountHandler tokenCount;
    private final ModelHandlers models;

    public AnthropicDialect(
            CompletionService completions,
            ModelCatalog models,
            TokenCounter tokens,
            KeyedReplies replies,
            InstantSource clock) {
        this.messages = new MessageHandler(completions, replies);
        this.tokenCount = new TokenCountHandler(models, tokens);
        this.models = new ModelHandlers(models, clock.instant());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/messages", "/messages");
    }

    @Override
    public List<Route> routes() {
        return Stream.of("/v1", "").flatMap(this::routesUnder).toList();
    }

    @Override
    public RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.ANTHROPIC;
    }

    @Override
    public Object errorBody(AppException problem) {
        return AnthropicError.of(problem);
    }

    @Override
    public Map<String, String> errorHeaders(AppException problem, String requestId) {
        return AnthropicError.headers(problem, requestId);
    }

    private Stream<Route> routesUnder(String base) {
        return Stream.of(
                Route.post(base + "/messages", Access.CALLER, messages)
                        .withBody(BodyType.LONG_JSON),
                Route.post(base + "/messages/count_tokens", Access.CALLER, tokenCount)
                        .withBody(BodyType.LONG_JSON),
                Route.get(base + "/models", Access.CALLER, models::list).onlyWith(VERSION),
                Route.get(base + "/models/{" + ModelHandlers.ID + "*}", Access.CALLER, models::get)
                        .onlyWith(VERSION));
    }
}
