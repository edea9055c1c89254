package parley.dialect.openai;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import parley.completion.CompletionService;
import parley.completion.EmbeddingService;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.ChatForm;
import parley.dialect.CompletionDoor;
import parley.dialect.FileParts;
import parley.dialect.KeyedReplies;
import parley.dialect.StreamMarks;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.http.Route;
import parley.llm.ModelCatalog;

/// OpenAI's API. Its clients are set up with a base URL with or without `/v1`; both work.
public final class OpenAiDialect implements OpenAiContract {
    static final String NAME = "openai";
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final String COMPLETION = COMPLETIONS + "/{" + StoredCompletions.ID + "}";

    private final CompletionHandler completion;
    private final StoredCompletions stored;
    private final StoredList list;
    private final ModelHandlers models;
    private final Handler embeddings;

    /// @param version the program's version
    public OpenAiDialect(
            CompletionService completions,
            EmbeddingService embeddings,
            ConversationService conversations,
            TurnService turns,
            ModelCatalog models,
            InstantSource clock,
            FileParts files,
            KeyedReplies replies,
            String version) {
        String fingerprint = "fp_parley_" + version;
        this.stored = new StoredCompletions(conversations, turns, fingerprint);
        this.list = new StoredList(stored, conversations, turns);
        this.completion =
                new CompletionHandler(completions, stored, clock, fingerprint, files, replies);
        this.models = new ModelHandlers(models, clock.instant());
        this.embeddings = replies.keyed(NAME, StreamMarks.NONE, new EmbeddingHandler(embeddings));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1", COMPLETIONS, "/models", "/embeddings");
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(
                        Stream.of("/v1", "").flatMap(this::routesUnder),
                        Stream.of(
                                Route.post(COMPLETIONS, Access.CALLER, completion)
                                        .withBody(BodyType.LONG_JSON),
                                Route.get(COMPLETIONS, Access.CALLER, list::list),
                                Route.get(COMPLETION, Access.CALLER, stored::get),
                                Route.get(COMPLETION + "/messages", Access.CALLER, list::messages),
                                Route.post(COMPLETION, Access.CALLER, stored::update),
                                Route.delete(COMPLETION, Access.CALLER, stored::delete)))
                .toList();
    }

    private Stream<Route> routesUnder(String base) {
        return Stream.of(
                Route.get(base + "/models", Access.CALLER, models::list),
                Route.get(base + "/models/{" + ModelHandlers.ID + "*}", Access.CALLER, models::get),
                Route.post(base + "/embeddings", Access.CALLER, embeddings)
                        .withBody(BodyType.LONG_JSON));
    }

    /// The way in for clients whose base URL lacks `/v1`: another contract owns that path.
    public CompletionDoor door() {
        return new CompletionDoor() {
            @Override
            public boolean takes(RequestFields body) {
                return body.has("messages") && !body.has("message");
            }

            @Override
            public void answer(Exchange exchange) throws InterruptedException {
                exchange.failAs(OpenAiDialect.this);
                completion.handle(exchange);
            }
        };
    }

    /// How this contract writes messages, tools and options.
    public ChatForm form() {
        return body -> new ChatForm.Asked(new MessageReader().read(body), OptionsReader.read(body));
    }
}
