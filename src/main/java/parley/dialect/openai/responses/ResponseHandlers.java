package parley.dialect.openai.responses;

import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.conversation.TurnService;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.http.Exchange;
import parley.http.QueryFields;

/// Shows a response that is kept, whole or as a stream from any event on, and stops it.
final class ResponseHandlers {
    static final String ID = "response_id";

    private final TurnService turns;
    private final ResponseTurns responses;

    ResponseHandlers(TurnService turns, ResponseTurns responses) {
        this.turns = turns;
        this.responses = responses;
    }

    void show(Exchange exchange) throws InterruptedException {
        QueryFields query = new QueryFields(exchange);
        boolean stream = query.flag("stream").orElse(false);
        long after = query.number("starting_after", -1, Long.MAX_VALUE).orElse(-1);
        Turn turn = responses.load(exchange.caller().id(), exchange.pathParameter(ID));
        TurnHandle handle = turns.attach(turn.accountId(), turn.id());
        ShownOptions shown = responses.shown(turn);
        if (stream) {
            TurnStreams.listen(exchange, handle, 0, new TurnRenderer(handle, shown, after));
            return;
        }
        TurnAnswers.setHeaders(exchange, turn);
        exchange.respond(TurnOutput.now(handle, turn, shown));
    }

    /// A response that has ended stays as it is.
    void cancel(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        Turn turn = responses.load(accountId, exchange.pathParameter(ID));
        Turn stopped = turns.stop(accountId, turn.id());
        TurnHandle handle = turns.attach(accountId, turn.id());
        TurnAnswers.setHeaders(exchange, stopped);
        exchange.respond(TurnOutput.now(handle, stopped, responses.shown(stopped)));
    }
}
