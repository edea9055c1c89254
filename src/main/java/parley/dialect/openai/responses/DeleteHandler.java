package parley.dialect.openai.responses;

import parley.conversation.ConversationService;
import parley.conversation.Turn;
import parley.conversation.TurnService;
import parley.http.Exchange;
import parley.http.Handler;

/// Deletes a response for good: the answer, and what its request brought. The rest of the
/// conversation stays; one in which nothing is left goes too.
final class DeleteHandler implements Handler {
    private final ConversationService conversations;
    private final TurnService turns;
    private final ResponseTurns responses;

    DeleteHandler(ConversationService conversations, TurnService turns, ResponseTurns responses) {
        this.conversations = conversations;
        this.turns = turns;
        this.responses = responses;
    }

    record Deleted(String id, String object, boolean deleted) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        String asked = exchange.pathParameter(ResponseHandlers.ID);
        Turn turn = responses.load(accountId, asked);
        turns.stop(accountId, turn.id());
        conversations.deleteAnswer(accountId, turn.id(), responses.inputs(turn).size());
        exchange.respond(new Deleted(asked, "response", true));
    }
}
