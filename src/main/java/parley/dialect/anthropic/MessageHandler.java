package parley.dialect.anthropic;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import parley.completion.Completion;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.dialect.AnswerHeaders;
import parley.dialect.KeyedReplies;
import parley.dialect.LiveStream;
import parley.dialect.StreamMarks;
import parley.dialect.UnknownModel;
import parley.dialect.WhileConnected;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Json;
import parley.http.RateHeaders;
import parley.http.RequestFields;
import parley.llm.FinishReason;

/// Answers `POST /v1/messages`, on the request's thread. If the client goes away, so does the
/// provider's call, unless the request has an `Idempotency-Key`.
final class MessageHandler implements Handler {
    private static final StreamMarks MARKS =
            new StreamMarks(Set.of("message_stop"), Set.of("error"));

    private final CompletionService completions;
    private final KeyedReplies replies;

    MessageHandler(CompletionService completions, KeyedReplies replies) {
        this.completions = completions;
        this.replies = replies;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        exchange.setHeader("request-id", exchange.requestId());
        replies.answer(exchange, AnthropicDialect.NAME, MARKS, this::answer);
    }

    private void answer(Exchange exchange) throws InterruptedException {
        MessagesRequest request = MessagesRequest.of(new RequestFields(exchange.json()));
        CompletionRequest asked =
                new CompletionRequest(
                        exchange.caller().id(),
                        AnthropicDialect.NAME,
                        Optional.of(request.model()),
                        request.messages(),
                        request.options(),
                        request.stream());
        try (Completion completion = UnknownModel.asNotFound(() -> completions.begin(asked))) {
            AnswerHeaders.set(exchange, completion, RateHeaders.Family.ANTHROPIC);
            if (request.stream()) {
                stream(exchange, request, completion);
            } else {
                whole(exchange, request, completion);
            }
        }
    }

    private static void whole(Exchange exchange, MessagesRequest request, Completion completion)
            throws InterruptedException {
        MessageBuilder builder =
                new MessageBuilder(
                        () -> completion.call().model().provider().name(), request.thoughts());
        FinishReason reason = WhileConnected.perform(exchange, () -> completion.run(builder));
        // Before its end is told, so that the next request finds its place free.
        completion.close();
        AnswerHeaders.set(exchange, completion, RateHeaders.Family.ANTHROPIC);
        exchange.respond(
                new WireMessage(
                        WireMessage.newId(),
                        "message",
                        "assistant",
                        completion.call().model().fullName(),
                        builder.build(),
                        WireMessage.stopReason(reason),
                        null,
                        WireMessage.Tokens.of(completion.call().usage())));
    }

    private static void stream(Exchange exchange, MessagesRequest request, Completion completion)
            throws InterruptedException {
        try (LiveStream stream =
                new LiveStream(
                        exchange,
                        silent ->
                                silent.send(OptionalLong.empty(), "ping", "{\"type\":\"ping\"}"))) {
            try {
                WhileConnected.perform(
                        exchange,
                        () -> {
                            BlockStream blocks =
                                    new BlockStream(
                                            stream, exchange, completion, request.thoughts());
                            FinishReason reason = completion.run(blocks);
                            completion.close();
                            blocks.finish(reason);
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

    /// A failure is an answer of its own as long as nothing else was said, and the last event after
    /// that.
    private static void tell(LiveStream stream, AppException problem) throws InterruptedException {
        if (!stream.hasBegun()) {
            throw problem;
        }
        stream.send("error", Json.text(AnthropicError.of(problem)));
    }
}
