package parley.dialect.openai.responses;

import java.util.Set;
import parley.conversation.TurnHandle;
import parley.dialect.FileParts;
import parley.dialect.IdempotencyKeys;
import parley.dialect.KeyedReplies;
import parley.dialect.Repetition;
import parley.dialect.StreamMarks;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RateHeaders;

/// Answers in the way the request asks for: kept or not; whole, as a stream, or in the background.
final class CreateHandler implements Handler {
    private static final StreamMarks MARKS =
            new StreamMarks(
                    Set.of("response.completed", "response.incomplete"),
                    Set.of("response.failed", "error"));

    private final KeptResponses kept;
    private final FleetingResponses fleeting;
    private final ResponseTurns responses;
    private final KeptItems items;
    private final FileParts files;
    private final KeyedReplies replies;

    CreateHandler(
            KeptResponses kept,
            FleetingResponses fleeting,
            ResponseTurns responses,
            KeptItems items,
            FileParts files,
            KeyedReplies replies) {
        this.kept = kept;
        this.fleeting = fleeting;
        this.responses = responses;
        this.items = items;
        this.files = files;
        this.replies = replies;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        CreateRequest request =
                CreateRequest.of(files.read(accountId, exchange.json(), "input"), items, accountId);
        if (!request.kept()) {
            replies.answer(
                    exchange,
                    ResponsesDialect.NAME,
                    MARKS,
                    recorded -> fleeting.answer(recorded, request));
            return;
        }
        TurnHandle handle = kept.start(accountId, request, IdempotencyKeys.of(exchange));
        RateHeaders.set(exchange, handle.limits(), RateHeaders.Family.OPENAI);
        exchange.setHeader("X-Session-Id", Long.toString(handle.conversation().id()));
        ShownOptions shown = handle.repeated() ? responses.shown(handle.turn()) : request.shown();
        if (request.stream()) {
            // At once: the first event says which response to ask for if the stream breaks.
            TurnStreams.listen(exchange, handle, 0, new TurnRenderer(handle, shown, -1));
            return;
        }
        if (request.background()) {
            TurnAnswers.setHeaders(exchange, handle.turn());
        } else {
            awaitEnd(exchange, handle);
        }
        exchange.respond(TurnOutput.now(handle, handle.turn(), shown));
    }

    private static void awaitEnd(Exchange exchange, TurnHandle handle) throws InterruptedException {
        try {
            TurnAnswers.await(exchange, handle);
        } catch (AppException e) {
            // What was asked is in the conversation: the official clients, which repeat what
            // failed, would add it again.
            Repetition.FORBIDDEN.forEach(exchange::setHeader);
            throw e;
        }
    }
}
