package parley.dialect.assistant;

import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.Dialogue;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.Dialect;
import parley.http.Route;

/// The chat part of the bot's contract.
public final class AssistantDialect implements Dialect {
    private static final String NAME = "assistant";
    private static final String SESSIONS = "/api/v1/chat/sessions";
    private static final String MESSAGES = SESSIONS + "/{session_id}/messages";

    private final SessionHandlers sessions;
    private final MessageHandlers messages;

    public AssistantDialect(ConversationService conversations, TurnService turns) {
        Dialogue dialogue = new Dialogue(conversations);
        SessionAccess access = new SessionAccess(dialogue);
        this.sessions = new SessionHandlers(conversations, dialogue, access);
        this.messages =
                new MessageHandlers(conversations, dialogue, access, new Questions(turns, NAME));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of(SESSIONS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(SESSIONS, Access.CALLER, sessions::create),
                Route.get(SESSIONS + "/{session_id}", Access.CALLER, sessions::show),
                Route.post(MESSAGES, Access.CALLER, messages::send),
                Route.get(MESSAGES + "/{message_id}", Access.CALLER, messages::show));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
