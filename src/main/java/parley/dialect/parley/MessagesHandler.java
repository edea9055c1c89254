package parley.dialect.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.AskedConversation;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;

/// Pages through the messages of a conversation, from its end or from a place in it.
final class MessagesHandler implements Handler {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final ConversationService conversations;
    private final MessageViews views;

    MessagesHandler(ConversationService conversations, MessageViews views) {
        this.conversations = conversations;
        this.views = views;
    }

    @Override
    public void handle(Exchange exchange) {
        Conversation conversation =
                conversations.load(
                        exchange.caller().id(),
                        AskedConversation.id(exchange.pathParameter("conversation_id")));
        QueryFields query = new QueryFields(exchange);
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        OptionalLong before = query.number("before", 1, Long.MAX_VALUE);
        OptionalLong after = query.number("after", 0, Long.MAX_VALUE);
        OptionalLong around = query.number("around", 1, Long.MAX_VALUE);
        if (Stream.of(before, after, around).filter(OptionalLong::isPresent).count() > 1) {
            throw AppException.invalid("before", "Give one of before, after and around.");
        }
        if (around.isPresent()) {
            exchange.respond(pageAround(conversation, around.getAsLong(), limit));
            return;
        }
        exchange.respond(
                after.isPresent()
                        ? pageAfter(conversation, after.getAsLong(), limit)
                        : pageBefore(conversation, before.orElse(Long.MAX_VALUE), limit));
    }

    private MessagePage pageAfter(Conversation conversation, long after, int limit) {
        Part later = later(conversation, after, limit);
        boolean earlier = !conversations.messagesBefore(conversation, after + 1, 1).isEmpty();
        return page(conversation, later.messages, later.hasMore, earlier, later.hasMore);
    }

    private MessagePage pageBefore(Conversation conversation, long before, int limit) {
        Part earlier = earlier(conversation, before, limit);
        boolean later =
                before < Long.MAX_VALUE
                        && !conversations.messagesAfter(conversation, before - 1, 1).isEmpty();
        return page(conversation, earlier.messages, earlier.hasMore, earlier.hasMore, later);
    }

    /// The message, about half of the page before it and the rest behind it.
    private MessagePage pageAround(Conversation conversation, long messageId, int limit) {
        Message middle = conversations.loadMessage(conversation, messageId);
        Part earlier = earlier(conversation, middle.sequence(), limit / 2);
        Part later = later(conversation, middle.sequence() - 1, limit - earlier.messages.size());
        List<Message> both = new ArrayList<>(earlier.messages);
        both.addAll(later.messages);
        return page(
                conversation,
                both,
                earlier.hasMore || later.hasMore,
                earlier.hasMore,
                later.hasMore);
    }

    /// Some messages in one direction.
    private record Part(List<Message> messages, boolean hasMore) {}

    private Part later(Conversation conversation, long after, int limit) {
        // One more than asked for shows whether there are more.
        List<Message> found = conversations.messagesAfter(conversation, after, limit + 1);
        boolean hasMore = found.size() > limit;
        return new Part(hasMore ? found.subList(0, limit) : found, hasMore);
    }

    private Part earlier(Conversation conversation, long before, int limit) {
        List<Message> found = conversations.messagesBefore(conversation, before, limit + 1);
        boolean hasMore = found.size() > limit;
        return new Part(hasMore ? found.subList(1, found.size()) : found, hasMore);
    }

    private MessagePage page(
            Conversation conversation,
            List<Message> messages,
            boolean hasMore,
            boolean earlier,
            boolean later) {
        return new MessagePage(
                views.all(conversation.accountId(), messages), hasMore, earlier, later);
    }
}
