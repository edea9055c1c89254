package parley.dialect.dialogix;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.CompletionDoor;
import parley.dialect.Dialogue;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;

/// The Dialogix contract: every route at the root and under `/api/v1`.
public final class DialogixDialect implements Dialect {
    private static final String NAME = "dialogix";
    private static final List<String> BASES = List.of("", "/api/v1");

    private final HealthHandler health;
    private final CompletionHandler completion;
    private final NewConversationHandler newConversation;
    private final HistoryHandler history;

    /// @param otherContract answers bodies of another contract that come to `/chat/completions`
    /// @param version the program's version
    public DialogixDialect(
            ConversationService conversations,
            TurnService turns,
            CompletionDoor otherContract,
            PromptedText words,
            InstantSource clock,
            String version) {
        ConversationNames names = new ConversationNames(conversations);
        this.health = new HealthHandler(clock, version);
        this.completion =
                new CompletionHandler(names, new Questions(turns, NAME), otherContract, words);
        this.newConversation = new NewConversationHandler(conversations, names);
        this.history = new HistoryHandler(new Dialogue(conversations), names);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "/chat",
                "/health",
                "/api/v1/chat/completions",
                "/api/v1/chat/conversations",
                "/api/v1/chat/history",
                "/api/v1/health");
    }

    @Override
    public List<Route> routes() {
        return BASES.stream().flatMap(this::routesUnder).toList();
    }

    @Override
    public Object errorBody(AppException problem) {
        return DialogixError.of(problem);
    }

    private Stream<Route> routesUnder(String base) {
        return Stream.of(
                Route.get(base + "/health", Access.OPEN, health),
                Route.post(base + "/chat/completions", Access.CALLER, completion)
                        .withBody(BodyType.LONG_JSON),
                Route.post(base + "/chat/conversations", Access.CALLER, newConversation)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.get(base + "/chat/history/{conversationId}", Access.CALLER, history));
    }
}
