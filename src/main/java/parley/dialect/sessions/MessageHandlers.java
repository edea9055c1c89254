package parley.dialect.sessions;

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
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.RequestFields;
import parley.llm.Role;

/// Lists the messages of a session, and sends one.
final class MessageHandlers {
    private final ConversationService conversations;
    private final Dialogue dialogue;
    private final Questions questions;

    MessageHandlers(ConversationService conversations, Dialogue dialogue, Questions questions) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.questions = questions;
    }

    void list(Exchange exchange) {
        Conversation conversation = conversation(exchange);
        exchange.respond(dialogue.messages(conversation).stream().map(SessionMessage::of).toList());
    }

    void send(Exchange exchange) throws InterruptedException {
        Conversation conversation = conversation(exchange);
        RequestFields fields = new RequestFields(exchange.json());
        requireText(fields.optionalText("content_type"));
        Questions.Answered answered =
                questions.ask(
                        exchange,
                        new ConversationTarget.Existing(conversation.id()),
                        NewMessage.text(Role.USER, content(fields)),
                        new MemoryPolicy.ModelBudget());
        exchange.respond(answer(exchange.caller().id(), answered));
    }

    private SessionAnswer answer(long accountId, Questions.Answered answered) {
        Message answer = conversations.loadMessage(accountId, answered.answer().turn().id());
        Message question =
                conversations.loadMessage(accountId, answered.answer().turn().questionId());
        return new SessionAnswer(SessionMessage.of(answer), SessionMessage.of(question));
    }

    private Conversation conversation(Exchange exchange) {
        return dialogue.load(exchange.caller().id(), exchange.pathParameter("session_id"));
    }

    private static String content(RequestFields fields) {
        boolean underItsOtherName = !fields.has("content") && fields.has("message");
        return MessageText.required(fields, underItsOtherName ? "message" : "content");
    }

    private static void requireText(Optional<String> contentType) {
        switch (contentType.orElse("text")) {
            case "text" -> {}
            case "image" ->
                    throw AppException.invalid(
                            "content_type",
                            "content_type \"image\" asks for an image answer; those need the image"
                                    + " features, which this server does not have. Use \"text\".");
            default ->
                    throw AppException.invalid(
                            "content_type",
                            "content_type must be \"text\", not \"%s\"."
                                    .formatted(contentType.orElseThrow()));
        }
    }
}
