package parley.dialect.xmr;

import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewMessage;
import parley.dialect.IdempotencyKeys;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.llm.Role;

/// Takes a message: a user's is answered, an assistant's is only stored.
final class ChatHandler implements Handler {
    private final ConversationService conversations;
    private final Questions questions;
    private final MemoryPolicy memory;
    private final MessageView view;
    private final PromptedText words;

    ChatHandler(
            ConversationService conversations,
            Questions questions,
            MemoryPolicy memory,
            MessageView view,
            PromptedText words) {
        this.conversations = conversations;
        this.questions = questions;
        this.memory = memory;
        this.view = view;
        this.words = words;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        long id = fields.requiredLong("conversationId", Long.MIN_VALUE, Long.MAX_VALUE);
        NewMessage message =
                new NewMessage(
                        role(fields),
                        words.required(exchange.caller().id(), fields, "content"),
                        ContentType.TEXT,
                        Analysis.of(fields)
                                .attributes(
                                        fields.optionalBoolean("verify").orElse(false)
                                                || exchange.query("verify")
                                                        .filter("true"::equals)
                                                        .isPresent()));
        Conversation conversation = conversations.load(exchange.caller().id(), id);
        Message shown =
                message.role() == Role.USER
                        ? answer(exchange, conversation, message)
                        : store(exchange, conversation, message);
        exchange.respond(view.of(shown));
    }

    private Message answer(Exchange exchange, Conversation conversation, NewMessage question)
            throws InterruptedException {
        Questions.Answered answered =
                questions.ask(
                        exchange,
                        new ConversationTarget.Existing(conversation.id()),
                        question,
                        memory);
        return conversations.loadMessage(conversation.accountId(), answered.answer().turn().id());
    }

    private Message store(Exchange exchange, Conversation conversation, NewMessage message)
            throws InterruptedException {
        // A key promises one message for any number of tries; only turns keep that promise.
        if (IdempotencyKeys.of(exchange).isPresent()) {
            throw AppException.invalid(
                    "Idempotency-Key",
                    "An Idempotency-Key holds for messages with role \"user\". One with role"
                            + " \"assistant\" is stored each time it is sent: send it without the"
                            + " key.");
        }
        return conversations.append(conversation.accountId(), conversation.id(), message);
    }

    private static Role role(RequestFields fields) {
        return switch (fields.requiredText("role")) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            default -> throw fields.wrong("role", "\"user\" or \"assistant\"");
        };
    }
}
