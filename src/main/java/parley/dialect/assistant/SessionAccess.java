package parley.dialect.assistant;

import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.dialect.Dialogue;
import parley.http.Exchange;

/// Finds the session that a path names, for the label that asks. A session belongs to the label
/// that made it; one that another contract made has none, and any label may use it.
final class SessionAccess {
    private final Dialogue dialogue;

    SessionAccess(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /// @param label the label that asks; empty if the request names none
    /// @throws parley.error.AppException (404) if there is no such session, or it is another
    ///   label's
    Conversation load(Exchange exchange, Optional<String> label) {
        String askedId = exchange.pathParameter("session_id");
        Conversation session = dialogue.load(exchange.caller().id(), askedId);
        Optional<String> owner = session.endUser();
        if (owner.isPresent() && label.isPresent() && !owner.equals(label)) {
            throw ConversationService.notFound(askedId);
        }
        return session;
    }
}
