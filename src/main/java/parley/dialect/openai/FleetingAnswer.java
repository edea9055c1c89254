package parley.dialect.openai;

import java.time.Instant;
import java.util.Arrays;
import parley.dialect.AnswerHeaders;
import parley.dialect.LiveStream;
import parley.dialect.WhileConnected;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.Json;
import parley.http.RateHeaders;
import parley.llm.FinishReason;

/// An answer that is kept nowhere, given on the request's thread. If the client goes away, so does
/// the provider's call, unless the request has an `Idempotency-Key`.
final class FleetingAnswer {
    private final Exchange exchange;
    private final ChatRequest request;
    private final Choices choices;
    private final Instant created;
    private final String fingerprint;
    private final String id = CompletionHead.newId();

    FleetingAnswer(
            Exchange exchange,
            ChatRequest request,
            Choices choices,
            Instant created,
            String fingerprint) {
        this.exchange = exchange;
        this.request = request;
        this.choices = choices;
        this.created = created;
        this.fingerprint = fingerprint;
        AnswerHeaders.set(exchange, choices.first(), RateHeaders.Family.OPENAI);
    }

    void whole() throws InterruptedException {
        ChatCompletion.Choice[] given = new ChatCompletion.Choice[request.choices()];
        WhileConnected.perform(
                exchange,
                () -> {
                    choices.run((choice, completion) -> {
                        AnswerBuilder builder = new AnswerBuilder();
                        FinishReason reason = completion.run(builder);
                        given[choice] =
                                ChatCompletion.Choice.of(
                                        choice,
                                        builder.build(reason, request.legacyFunctions()),
                                        request.legacyFunctions());
                    });
                    return given;
                });
        AnswerHeaders.set(exchange, choices.first(), RateHeaders.Family.OPENAI);
        CompletionHead head = CompletionHead.of(id, created, choices.first().call(), fingerprint);
        exchange.respond(
                new ChatCompletion(
                        head.id(),
                        "chat.completion",
                        head.created(),
                        head.model(),
                        head.fingerprint(),
                        Arrays.asList(given),
                        choices.usage(),
                        null));
    }

    void stream() throws InterruptedException {
        try (LiveStream stream = new LiveStream(exchange, silent -> silent.comment("keep-alive"))) {
            try {
                WhileConnected.perform(
                        exchange,
                        () -> {
                            relay(stream);
                            return stream;
                        });
            } catch (AppException e) {
                tell(stream, e);
            } catch (InterruptedException e) {
                tell(
                        stream,
                        new AppException(
                                ErrorCode.UNAVAILABLE,
                                "The server is stopping. Try again in a moment."));
            }
            stream.end();
        }
    }

    private void relay(LiveStream stream) throws InterruptedException {
        choices.run((choice, completion) -> {
            ChoiceStream pieces =
                    new ChoiceStream(
                            stream,
                            () ->
                                    AnswerHeaders.set(
                                            exchange, completion, RateHeaders.Family.OPENAI),
                            () ->
                                    new ChunkWriter(
                                            CompletionHead.of(
                                                    id, created, completion.call(), fingerprint),
                                            choice,
                                            request.includeUsage(),
                                            request.legacyFunctions()));
            FinishReason reason = completion.run(pieces);
            pieces.finish(Answer.finishReason(reason, request.legacyFunctions()));
        });
        if (request.includeUsage()) {
            CompletionHead head =
                    CompletionHead.of(id, created, choices.first().call(), fingerprint);
            stream.send(new ChunkWriter(head, 0, true, false).usage(choices.usage()));
        }
        stream.send(ChunkWriter.END);
    }

    /// A failure is an answer of its own as long as nothing else was said, and the last event after
    /// that. It has a name: all clients know it by what it holds but LangChain4j, which would take
    /// it for the end.
    private static void tell(LiveStream stream, AppException problem) throws InterruptedException {
        if (!stream.hasBegun()) {
            throw problem;
        }
        stream.send("error", Json.text(OpenAiError.of(problem)));
    }
}
