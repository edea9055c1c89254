package parley.dialect.openai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.Turn;
import parley.conversation.TurnQuery;
import parley.conversation.TurnService;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.llm.Part;

/// Lists completions that were kept, and the messages they answer.
final class StoredList {
    private static final String NOTE_BEGINS = "metadata[";
    private static final int AT_ONCE = 100;

    private final StoredCompletions stored;
    private final ConversationService conversations;
    private final TurnService turns;

    StoredList(StoredCompletions stored, ConversationService conversations, TurnService turns) {
        this.stored = stored;
        this.conversations = conversations;
        this.turns = turns;
    }

    void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        int limit = Page.limit(query);
        boolean newestFirst = Page.newestFirst(query, "asc");
        Optional<String> model = query.text("model");
        Map<String, String> notes = notes(exchange);
        OptionalLong after = after(exchange, query);
        List<ChatCompletion> found = new ArrayList<>();
        List<Turn> batch;
        do {
            batch =
                    turns.list(
                            new TurnQuery(
                                    exchange.caller().id(),
                                    OpenAiDialect.NAME,
                                    newestFirst,
                                    after,
                                    AT_ONCE));
            for (Turn turn : batch) {
                after = OptionalLong.of(turn.id());
                if (found.size() <= limit && (model.isEmpty() || isOf(turn, model.get()))) {
                    stored.find(turn, notes).ifPresent(found::add);
                }
            }
        } while (found.size() <= limit && batch.size() == AT_ONCE);
        exchange.respond(Page.of(found, limit, ChatCompletion::id));
    }

    void messages(Exchange exchange) {
        Turn turn = stored.load(exchange);
        exchange.respond(
                Page.of(new QueryFields(exchange), messages(turn), "asc", StoredMessage::id));
    }

    /// The conversation was made for the answer: all that comes before is its request.
    private List<StoredMessage> messages(Turn turn) {
        long place = conversations.loadMessage(turn.accountId(), turn.id()).sequence();
        String idPrefix = StoredCompletions.idOf(turn) + "-";
        List<StoredMessage> messages = new ArrayList<>();
        for (Message message :
                conversations.messages(
                        conversations.load(turn.accountId(), turn.conversationId()))) {
            if (message.sequence() < place) {
                List<Part> parts = conversations.parts(message);
                messages.addAll(StoredMessage.of(idPrefix, messages.size(), message.role(), parts));
            }
        }
        return messages;
    }

    private OptionalLong after(Exchange exchange, QueryFields query) {
        Optional<String> after = query.text("after");
        return after.isPresent()
                ? OptionalLong.of(stored.load(exchange, after.get()).id())
                : OptionalLong.empty();
    }

    private static boolean isOf(Turn turn, String model) {
        return turn.model().filter(model::equals).isPresent()
                || turn.answeredBy()
                        .filter(name -> name.equals(model) || name.endsWith("/" + model))
                        .isPresent();
    }

    /// `metadata[name]=text`, as often as needed.
    private static Map<String, String> notes(Exchange exchange) {
        Map<String, String> notes = new HashMap<>();
        for (String name : exchange.queries().keySet()) {
            if (name.startsWith(NOTE_BEGINS) && name.endsWith("]")) {
                exchange.query(name)
                        .ifPresent(text ->
                                notes.put(
                                        name.substring(NOTE_BEGINS.length(), name.length() - 1),
                                        text));
            }
        }
        return notes;
    }
}
