package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.Message;
import parley.conversation.Turn;
import parley.dialect.openai.Page;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;

/// Lists what a response answers: the items its request brought.
final class InputItemsHandler implements Handler {
    private final ResponseTurns responses;
    private final KeptItems items;

    InputItemsHandler(ResponseTurns responses, KeptItems items) {
        this.responses = responses;
        this.items = items;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        Turn turn =
                responses.load(exchange.caller().id(), exchange.pathParameter(ResponseHandlers.ID));
        List<Item> all = new ArrayList<>();
        for (Message message : responses.inputs(turn)) {
            all.addAll(items.shown(message));
        }
        exchange.respond(Page.of(new QueryFields(exchange), all, "desc", Item::id));
    }
}
