package parley.dialect.assistant;

import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewMessage;
import parley.dialect.Dialogue;
import parley.dialect.MessageText;
import parley.dialect.Questions;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;
import parley.llm.Role;

/// Sends a message to a session, and shows one of its messages.
final class MessageHandlers {
    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final SessionAccess access;
    private final Questions questions;

    MessageHandlers(
            ConversationService conversations,
            Dialogue dialogue,
            SessionAccess access,
            Questions questions) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.access = access;
        this.questions = questions;
    }

    void send(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        String label = UserLabel.required(fields);
        String text = MessageText.required(fields, "message");
        Conversation session = access.load(exchange, Optional.of(label));
        Questions.Answered answered =
                questions.ask(
                        exchange,
                        new ConversationTarget.Existing(session.id()),
                        NewMessage.text(Role.USER, text),
                        new MemoryPolicy.ModelBudget());
        Message answer =
                conversations.loadMessage(session.accountId(), answered.answer().turn().id());
        exchange.respond(AssistantMessage.of(answer, label));
    }

    void show(Exchange exchange) {
        Optional<String> asking = UserLabel.optional(new QueryFields(exchange));
        Conversation session = access.load(exchange, asking);
        String askedId = exchange.pathParameter("message_id");
        Message message = dialogue.message(session.accountId(), askedId);
        if (message.conversationId() != session.id()) {
            throw Dialogue.noMessage(askedId);
        }
        String label = session.endUser().or(() -> asking).orElse(null);
        exchange.respond(AssistantMessage.of(message, label));
    }
}
