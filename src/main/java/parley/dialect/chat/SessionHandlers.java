package parley.dialect.chat;

import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.dialect.AskedConversation;
import parley.dialect.ModelName;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Switches the model of a session, and deletes one.
final class SessionHandlers {
    private final ConversationService conversations;

    SessionHandlers(ConversationService conversations) {
        this.conversations = conversations;
    }

    void switchModel(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        RequestFields fields = new RequestFields(exchange.json());
        long id =
                AskedConversation.inField(fields, "session_id")
                        .orElseThrow(() -> fields.missing("session_id"));
        String model = ModelName.required(fields);
        conversations.switchModel(accountId, id, model);
        Conversation session = conversations.load(accountId, id);
        exchange.respond(
                new SwitchedSession(
                        id,
                        model,
                        SessionMessage.of(conversations.messages(session)),
                        HistorySession.title(session)));
    }

    void delete(Exchange exchange) throws InterruptedException {
        long id = AskedConversation.id(exchange.pathParameter("session_id"));
        conversations.delete(exchange.caller().id(), id);
        exchange.respond(new Deleted("Session deleted successfully"));
    }

    /// The answer to a deletion.
    record Deleted(String message) {}
}
