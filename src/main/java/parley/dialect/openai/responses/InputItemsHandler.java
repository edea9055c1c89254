package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Message;
import parley.conversation.Turn;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;

/// Lists what a response answers: the items its request brought.
final class InputItemsHandler implements Handler {
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    private final ResponseTurns responses;
    private final KeptItems items;

    InputItemsHandler(ResponseTurns responses, KeptItems items) {
        this.responses = responses;
        this.items = items;
    }

    record Page(
            String object,
            List<Item> data,
            @JsonProperty("first_id") @Nullable String firstId,
            @JsonProperty("last_id") @Nullable String lastId,
            @JsonProperty("has_more") boolean hasMore) {
        static Page of(List<Item> data, boolean hasMore) {
            return new Page(
                    "list",
                    data,
                    data.isEmpty() ? null : data.getFirst().id(),
                    data.isEmpty() ? null : data.getLast().id(),
                    hasMore);
        }
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        QueryFields query = new QueryFields(exchange);
        int limit = query.number("limit", USUAL_LIMIT, 1, MOST);
        boolean newestFirst = newestFirst(query);
        Turn turn =
                responses.load(exchange.caller().id(), exchange.pathParameter(ResponseHandlers.ID));
        List<Item> all = new ArrayList<>();
        for (Message message : responses.inputs(turn)) {
            all.addAll(items.shown(message));
        }
        List<Item> ordered = newestFirst ? all.reversed() : all;
        List<Item> rest = after(ordered, query.text("after"));
        exchange.respond(
                Page.of(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit));
    }

    private static boolean newestFirst(QueryFields query) {
        return switch (query.text("order").orElse("desc")) {
            case "desc" -> true;
            case "asc" -> false;
            default ->
                    throw AppException.invalid(
                            "order", "The parameter \"order\" must be asc or desc.");
        };
    }

    private static List<Item> after(List<Item> ordered, Optional<String> id) {
        if (id.isEmpty()) {
            return ordered;
        }
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).id().equals(id.get())) {
                return ordered.subList(i + 1, ordered.size());
            }
        }
        throw AppException.invalid(
                "after", "The parameter \"after\" must be the id of an item of the response.");
    }
}
