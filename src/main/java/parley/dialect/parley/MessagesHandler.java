package parley.dialect.parley;

import java.util.List;
import java.util.OptionalLong;
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

    MessagesHandler(ConversationService conversations) {
        this.conversations = conversations;
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
        if (before.isPresent() && after.isPresent()) {
            throw AppException.invalid("before", "Give before or after, not both.");
        }
        exchange.respond(
                after.isPresent()
                        ? pageAfter(conversation, after.getAsLong(), limit)
                        : pageBefore(conversation, before.orElse(Long.MAX_VALUE), limit));
    }

    private MessagePage pageAfter(Conversation conversation, long after, int limit) {
        // One more than asked for shows whether there are more.
        List<Message> found = conversations.messagesAfter(conversation, after, limit + 1);
        boolean hasMore = found.size() > limit;
        return page(hasMore ? found.subList(0, limit) : found, hasMore);
    }

    private MessagePage pageBefore(Conversation conversation, long before, int limit) {
        List<Message> found = conversations.messagesBefore(conversation, before, limit + 1);
        boolean hasMore = found.size() > limit;
        return page(hasMore ? found.subList(1, found.size()) : found, hasMore);
    }

    private MessagePage page(List<Message> messages, boolean hasMore) {
        return new MessagePage(
                messages.stream().map(message -> ShownMessage.of(conversations, message)).toList(),
                hasMore);
    }
}
