package parley.dialect.assistant;

import java.util.Optional;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewMessage;
import parley.dialect.Dialogue;
import parley.dialect.PromptedText;
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
    private final Attachments attachments;
    private final MessageViews views;
    private final PromptedText words;

    MessageHandlers(
            ConversationService conversations,
            Dialogue dialogue,
            SessionAccess access,
            Questions questions,
            Attachments attachments,
            MessageViews views,
            PromptedText words) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.access = access;
        this.questions = questions;
        this.attachments = attachments;
        this.views = views;
        this.words = words;
    }

    void send(Exchange exchange) throws InterruptedException {
        FeatureRequest request = FeatureRequest.read(exchange);
        RequestFields fields = request.fields();
        String label = UserLabel.required(fields);
        String text = words.required(exchange.caller().id(), fields, "message");
        Conversation session = access.load(exchange, Optional.of(label));
        Questions.Answered answered =
                questions.ask(
                        exchange,
                        new ConversationTarget.Existing(session.id()),
                        new NewMessage(
                                Role.USER,
                                text,
                                ContentType.TEXT,
                                attachments.keep(session.accountId(), Optional.of(label), request)),
                        new MemoryPolicy.ModelBudget());
        Message answer =
                conversations.loadMessage(session.accountId(), answered.answer().turn().id());
        exchange.respond(
                views.show(exchange, session.accountId(), answer, Optional.empty(), label));
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
        Optional<Message> next =
                conversations.messagesAfter(session, message.sequence(), 1).stream().findFirst();
        exchange.respond(views.show(exchange, session.accountId(), message, next, label));
    }
}
