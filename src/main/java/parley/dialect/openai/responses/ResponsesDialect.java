package parley.dialect.openai.responses;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.completion.CompletionService;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.FileParts;
import parley.dialect.Repetition;
import parley.dialect.openai.OpenAiError;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.RateHeaders;
import parley.http.Route;
import parley.llm.TokenCounter;

/// OpenAI's Responses API. A response that is kept is a turn: other contracts show it, and it goes
/// on whether its client stays or not.
public final class ResponsesDialect implements Dialect {
    static final String NAME = "responses";
    private static final List<String> BASES = List.of("/v1/responses", "/responses");

    private final CreateHandler create;
    private final ResponseHandlers handlers;
    private final DeleteHandler delete;
    private final InputItemsHandler inputItems;
    private final InputTokensHandler inputTokens;

    public ResponsesDialect(
            ConversationService conversations,
            TurnService turns,
            CompletionService completions,
            TokenCounter tokens,
            FileParts files,
            InstantSource clock) {
        KeptItems items = new KeptItems(conversations);
        ResponseTurns responses = new ResponseTurns(conversations, turns);
        FleetingResponses fleeting =
                new FleetingResponses(conversations, completions, responses, items, clock);
        create =
                new CreateHandler(
                        new KeptResponses(conversations, turns, responses),
                        fleeting,
                        responses,
                        items,
                        files);
        handlers = new ResponseHandlers(turns, responses);
        delete = new DeleteHandler(conversations, turns, responses);
        inputItems = new InputItemsHandler(responses, items);
        inputTokens = new InputTokensHandler(fleeting, items, tokens, files);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return BASES;
    }

    /// All routes, with `/v1` and without.
    @Override
    public List<Route> routes() {
        return BASES.stream().flatMap(this::routes).toList();
    }

    private Stream<Route> routes(String base) {
        String one = base + "/{" + ResponseHandlers.ID + "}";
        return Stream.of(
                Route.post(base, Access.CALLER, create).withBody(BodyType.LONG_JSON),
                Route.post(base + "/input_tokens", Access.CALLER, inputTokens)
                        .withBody(BodyType.LONG_JSON),
                Route.get(one, Access.CALLER, handlers::show),
                Route.delete(one, Access.CALLER, delete),
                Route.post(one + "/cancel", Access.CALLER, handlers::cancel)
                        .withBody(BodyType.NONE),
                Route.get(one + "/input_items", Access.CALLER, inputItems));
    }

    @Override
    public RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.OPENAI;
    }

    @Override
    public Object errorBody(AppException problem) {
        return OpenAiError.of(problem);
    }

    @Override
    public Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Repetition.headers(problem);
    }
}
