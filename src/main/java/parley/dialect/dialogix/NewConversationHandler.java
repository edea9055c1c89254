package parley.dialect.dialogix;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.http.Exchange;
import parley.http.Handler;

/// Makes an empty conversation.
final class NewConversationHandler implements Handler {
    private final ConversationService conversations;
    private final ConversationNames names;

    NewConversationHandler(ConversationService conversations, ConversationNames names) {
        this.conversations = conversations;
        this.names = names;
    }

    record Created(@JsonProperty("conversation_id") String conversationId) {}

    @Override
    public void handle(Exchange exchange) {
        Conversation created = conversations.create(NewConversation.of(exchange.caller().id()));
        exchange.respond(new Created(names.nameOf(created)));
    }
}
