package parley.dialect.openai.responses;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.completion.Completion;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.conversation.ConversationService;
import parley.dialect.AnswerHeaders;
import parley.dialect.UnknownModel;
import parley.dialect.openai.responses.CompletionFeed.Signal;
import parley.error.AppException;
import parley.http.EventStream;
import parley.http.Exchange;
import parley.http.RateHeaders;
import parley.llm.ChatMessage;
import parley.llm.Role;

/// Responses with `"store": false`: given once, kept nowhere. A client that goes away ends them:
/// nobody could read the rest, unless the request has an `Idempotency-Key`.
final class FleetingResponses {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final ConversationService conversations;
    private final CompletionService completions;
    private final ResponseTurns responses;
    private final KeptItems items;
    private final InstantSource clock;

    FleetingResponses(
            ConversationService conversations,
            CompletionService completions,
            ResponseTurns responses,
            KeptItems items,
            InstantSource clock) {
        this.conversations = conversations;
        this.completions = completions;
        this.responses = responses;
        this.items = items;
        this.clock = clock;
    }

    void answer(Exchange exchange, CreateRequest request) throws InterruptedException {
        try (Completion completion = begin(exchange, request);
                CompletionFeed feed = new CompletionFeed(completion)) {
            exchange.onDisconnect(feed::stop);
            // A failure before the first word is an error, not a stream.
            Optional<Signal> first = feed.next(SILENCE);
            if (first.orElse(null) instanceof Signal.Failed(AppException problem)) {
                throw problem;
            }
            AnswerHeaders.set(exchange, completion, RateHeaders.Family.OPENAI);
            if (request.stream()) {
                stream(exchange, request, completion, feed, first);
            } else {
                respond(exchange, request, completion, feed, first);
            }
        }
    }

    /// What the model sees: what was said before, the instructions, what is new.
    ///
    /// @throws AppException (404) if what it goes on from is not there
    List<ChatMessage> history(long accountId, CreateRequest request) {
        List<ChatMessage> history = new ArrayList<>();
        request.instructions().ifPresent(text -> history.add(new ChatMessage(Role.SYSTEM, text)));
        Optional<Continuation> from = responses.continuation(accountId, request);
        if (from.isPresent()) {
            from.get().requireCalls(conversations, request.input().callsElsewhere());
            from.get().messages(conversations).forEach(said -> history.add(items.whole(said)));
        } else if (!request.input().callsElsewhere().isEmpty()) {
            throw Continuation.noCall(request.input().callsElsewhere().getFirst());
        }
        history.addAll(request.input().messages());
        return history;
    }

    private Completion begin(Exchange exchange, CreateRequest request) throws InterruptedException {
        long accountId = exchange.caller().id();
        CompletionRequest asked =
                new CompletionRequest(
                        accountId,
                        ResponsesDialect.NAME,
                        request.model(),
                        history(accountId, request),
                        request.options(),
                        request.stream());
        return UnknownModel.asNotFound(() -> completions.begin(asked));
    }

    private void respond(
            Exchange exchange,
            CreateRequest request,
            Completion completion,
            CompletionFeed feed,
            Optional<Signal> first)
            throws InterruptedException {
        FleetingResponse response =
                new FleetingResponse(completion, request.shown(), clock, EventSink.NONE);
        FleetingResponse.End end = response.follow(feed, first, () -> {});
        if (end.problem().isPresent()) {
            throw end.problem().get();
        }
        exchange.respond(response.end(end));
    }

    private void stream(
            Exchange exchange,
            CreateRequest request,
            Completion completion,
            CompletionFeed feed,
            Optional<Signal> first)
            throws InterruptedException {
        try (EventStream stream = exchange.startEventStream()) {
            EventWriter writer = new EventWriter(stream, -1);
            FleetingResponse response =
                    new FleetingResponse(completion, request.shown(), clock, writer::write);
            response.begin();
            response.end(response.follow(feed, first, writer::heartbeat));
            stream.end();
        }
    }
}
