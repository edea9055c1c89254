package parley.dialect.sessions;

import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.NewConversation;
import parley.dialect.Dialogue;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Lists, makes and deletes sessions.
final class SessionHandlers {
    private final ConversationService conversations;
    private final Dialogue dialogue;

    SessionHandlers(ConversationService conversations, Dialogue dialogue) {
        this.conversations = conversations;
        this.dialogue = dialogue;
    }

    void list(Exchange exchange) {
        exchange.respond(dialogue.list(exchange.caller().id()).stream().map(Session::of).toList());
    }

    void create(Exchange exchange) {
        String title = new RequestFields(exchange.json()).optionalText("title").orElse("");
        Conversation created =
                conversations.create(NewConversation.of(exchange.caller().id()).withTitle(title));
        exchange.respond(Session.of(created));
    }

    void delete(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        Conversation conversation = dialogue.load(accountId, exchange.pathParameter("session_id"));
        conversations.delete(accountId, conversation.id());
        exchange.respond(new DeletedSession("Session deleted", Long.toString(conversation.id())));
    }
}
