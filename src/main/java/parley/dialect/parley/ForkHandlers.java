package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import parley.conversation.BranchingPoint;
import parley.conversation.BrowsingStore;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.AskedConversation;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Branches conversations, and shows where they part.
final class ForkHandlers {
    private static final String BEFORE = "before_message_id";
    private static final String AFTER = "after_message_id";

    private final ConversationService conversations;
    private final BrowsingStore store;
    private final ConversationViews views;
    private final InstantSource clock;

    ForkHandlers(
            ConversationService conversations,
            BrowsingStore store,
            ConversationViews views,
            InstantSource clock) {
        this.conversations = conversations;
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    /// @param forks the places where others part from this one, the earliest first
    record Forks(List<Fork> forks) {}

    /// @param afterSequence the conversations have the same messages up to and with this place
    /// @param conversations one for each way on, in the order in which the ways were first taken
    record Fork(@JsonProperty("after_sequence") long afterSequence, List<Long> conversations) {}

    void fork(Exchange exchange) {
        Conversation conversation = load(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        long last = lastSequence(conversation, fields);
        exchange.respond(
                store.fork(conversation.accountId(), conversation.id(), last, clock.instant())
                        .map(views::one)
                        .orElseThrow(() -> ConversationService.notFound(conversation.id())));
    }

    void forks(Exchange exchange) {
        Conversation conversation = load(exchange);
        List<BranchingPoint.Relative> family =
                store.family(conversation.accountId(), conversation.id());
        List<BranchingPoint> points =
                family.stream()
                        .filter(relative -> relative.conversationId() == conversation.id())
                        .findFirst()
                        .map(asked -> BranchingPoint.of(asked, family))
                        .orElse(List.of());
        exchange.respond(
                new Forks(
                        points.stream()
                                .map(point ->
                                        new Fork(point.afterSequence(), point.conversations()))
                                .toList()));
    }

    private long lastSequence(Conversation conversation, RequestFields fields) {
        OptionalLong before = fields.optionalLong(BEFORE, 1, Long.MAX_VALUE);
        OptionalLong after = fields.optionalLong(AFTER, 1, Long.MAX_VALUE);
        if (before.isPresent() == after.isPresent()) {
            throw AppException.invalid(BEFORE, "Give either %s or %s.".formatted(BEFORE, AFTER));
        }
        if (before.isPresent()) {
            return conversations.loadMessage(conversation, before.getAsLong()).sequence() - 1;
        }
        Message last = conversations.loadMessage(conversation, after.getAsLong());
        if (!last.status().isEnd()) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "Message %d is still being written. Branch when it has ended."
                            .formatted(last.id()));
        }
        return last.sequence();
    }

    private Conversation load(Exchange exchange) {
        return conversations.load(
                exchange.caller().id(),
                AskedConversation.id(exchange.pathParameter("conversation_id")));
    }
}
