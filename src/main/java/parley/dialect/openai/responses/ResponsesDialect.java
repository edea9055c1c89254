package parley.dialect.openai.responses;

import java.time.InstantSource;
import java.util.stream.Stream;
import parley.completion.CompletionService;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.FileParts;
import parley.dialect.KeyedReplies;
import parley.dialect.openai.OpenAiResource;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Route;
import parley.llm.TokenCounter;

/// OpenAI's Responses API. A response that is kept is a turn: other contracts show it, and it goes
/// on whether its client stays or not.
public final class ResponsesDialect extends OpenAiResource {
    static final String NAME = "responses";

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
            KeyedReplies replies,
            InstantSource clock) {
        super(NAME);
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
                        files,
                        replies);
        handlers = new ResponseHandlers(turns, responses);
        delete = new DeleteHandler(conversations, turns, responses);
        inputItems = new InputItemsHandler(responses, items);
        inputTokens = new InputTokensHandler(fleeting, items, tokens, files);
    }

    @Override
    protected Stream<Route> routesUnder(String base) {
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
}
