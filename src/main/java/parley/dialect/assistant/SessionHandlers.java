package parley.dialect.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.dialect.Dialogue;
import parley.dialect.Timestamps;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Makes sessions, and shows one with what was said in it.
final class SessionHandlers {
    private static final String UNTITLED = "New Chat";

    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final SessionAccess access;
    private final MessageViews views;

    SessionHandlers(
            ConversationService conversations,
            Dialogue dialogue,
            SessionAccess access,
            MessageViews views) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.access = access;
        this.views = views;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Created(String sessionId, String userId, String createdAt) {}

    /// @param userId the label that made it, or that asks; null if there is neither
    @JsonNaming(SnakeCaseStrategy.class)
    record Details(
            String sessionId,
            @Nullable String userId,
            String title,
            String createdAt,
            String updatedAt,
            List<AssistantMessage> messages) {}

    void create(Exchange exchange) {
        String label = UserLabel.required(new RequestFields(exchange.json()));
        Conversation session =
                conversations.create(NewConversation.of(exchange.caller().id()).withEndUser(label));
        exchange.respond(
                new Created(
                        Long.toString(session.id()), label, Timestamps.iso(session.createdAt())));
    }

    void show(Exchange exchange) {
        Optional<String> asking = UserLabel.optional(new QueryFields(exchange));
        Conversation session = access.load(exchange, asking);
        String label = session.endUser().or(() -> asking).orElse(null);
        exchange.respond(
                new Details(
                        Long.toString(session.id()),
                        label,
                        session.title().isBlank() ? UNTITLED : session.title(),
                        Timestamps.iso(session.createdAt()),
                        Timestamps.iso(session.updatedAt()),
                        messages(exchange, session, label)));
    }

    private List<AssistantMessage> messages(
            Exchange exchange, Conversation session, @Nullable String label) {
        List<Message> messages = dialogue.messages(session);
        List<AssistantMessage> shown = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Optional<Message> next =
                    i + 1 < messages.size() ? Optional.of(messages.get(i + 1)) : Optional.empty();
            shown.add(views.show(exchange, session.accountId(), messages.get(i), next, label));
        }
        return shown;
    }
}
